import { tidy } from './blocks.ts'

/**
 * The language a text is written in, as a BCP 47 tag, by its letters and commonest words; null where
 * it cannot be told. Meant for whole articles, not for a few words.
 */
export const languageOf = (sample: string): string | null => {
  const text = tidy(sample).slice(0, 6000)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 12) return null
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / letters
  if (share(/[\u3040-\u30ff]/g) > 0.1) return 'ja'
  if (share(/[\uac00-\ud7a3]/g) > 0.3) return 'ko'
  if (share(/[\u3400-\u9fff]/g) > 0.3) return traditional(text) ? 'zh-Hant' : 'zh'
  for (const [language, pattern] of scripts) if (share(pattern) > 0.4) return language
  if (share(/[\u0600-\u06ff]/g) > 0.4) return share(/[پچژگ]/g) > 0.015 ? 'fa' : 'ar'
  if (share(/[\u0400-\u04ff]/g) > 0.4) return share(/[іїєґ]/gi) > 0.02 ? 'uk' : 'ru'
  return byWords(text)
}

/**
 * Chooses between what a page declares and what its text says: a declaration that contradicts the
 * letters (a Hebrew text in a template that says "en") loses, a more exact one ("en-GB") wins.
 */
export const settleLanguage = (declared: string | null, text: string): string | null => {
  const seen = languageOf(text)
  const stated = declared ? canonical(declared) : null
  if (!stated) return seen
  if (!seen) return stated
  return stated.split('-')[0] === seen.split('-')[0] ? stated : seen
}

const canonical = (name: string): string | null => {
  try {
    return (
      Intl.getCanonicalLocales(
        name
          .trim()
          .replaceAll('_', '-')
          .split(/[,;\s]/)[0],
      )[0] ?? null
    )
  } catch {
    return null
  }
}

const scripts: [string, RegExp][] = [
  ['he', /[\u0590-\u05ff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['hy', /[\u0530-\u058f]/g],
  ['ka', /[\u10a0-\u10ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['bn', /[\u0980-\u09ff]/g],
  ['ta', /[\u0b80-\u0bff]/g],
  ['am', /[\u1200-\u137f]/g],
]

const traditional = (text: string): boolean => {
  const old = text.match(/[們來這個時國說會對發後學為與開無關於]/g)?.length ?? 0
  const simple = text.match(/[们来这个时国说会对发后学为与开无关于]/g)?.length ?? 0
  return old > simple
}

const commonWords: Record<string, string> = {
  en: 'the and of to in that is was for on with he it as his be by at have from',
  fr: 'le la les des et en du une que est dans pour qui sur pas au par plus avec ce',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch',
  es: 'el la los las de que y en un una por con para su se del lo como más al',
  pt: 'o a os as de que e em um uma para com não do da no na se por mais',
  it: 'il la di che e un una per non con del della le si da sono nel alla gli più',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er ook als bij door',
  sv: 'och att det i en som är på för av med den till inte om har de ett vi var',
  da: 'og i at det er en til af på for med der den ikke de som har et var vi',
  nb: 'og i det er på som en til av for at med ikke den har de et var om fra',
  pl: 'i w na z do się że nie to jest o za od jak po przez dla jego ale co',
  tr: 've bir bu da de için ile olarak olan çok daha ne gibi kadar sonra en',
  ro: 'și de în la a cu pe că nu din care pentru mai este o un sau ce al fi',
  cs: 'a v se na je že z s o do to ve k za by pro jsem od ale po',
  hu: 'a az és hogy nem is egy ez azt csak volt meg mint már de el még lehet',
  fi: 'ja on ei se että oli hän mutta ovat joka myös kun mukaan ole tai niin',
  id: 'yang dan di untuk dengan ini dari dalam itu pada tidak akan juga ke oleh',
  vi: 'và của là có được cho không trong người với các này một đã những',
}

const byWords = (text: string): string | null => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: { language: string | null; hits: number } = {
    language: null,
    hits: words.length * 0.08,
  }
  for (const [language, common] of Object.entries(commonWords)) {
    const set = new Set(common.split(' '))
    const hits = words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0)
    if (hits > best.hits) best = { language, hits }
  }
  return best.language
}
