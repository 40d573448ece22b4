import { spread } from './spread.ts'

/**
 * Finds the newspaper's own letters and boxes that ask the reader to pay, subscribe or join, in a
 * sequence of blocks. They are no part of an article, wherever a page puts them.
 */
export const letterBlocks = (texts: string[]): boolean[] => {
  const marked = texts.map(() => false)
  for (let at = 0; at < texts.length; at++) {
    if (marked[at]) continue
    const end = isSalutation(texts[at] ?? '') ? endOfLetter(texts, at) : null
    if (end !== null) for (let i = at; i <= end; i++) marked[i] = true
  }
  markBoxes(texts, marked)
  for (let at = 1; at < texts.length - 1; at++) {
    // One sentence between two of a box ("First-time subscribers also receive a gift") is of the box.
    const text = texts[at] ?? ''
    if (marked[at - 1] && marked[at + 1] && text.length < 300 && !isReporting(text))
      marked[at] = true
  }
  for (let at = 0; at < texts.length; at++) {
    const beside = marked[at - 1] === true || marked[at + 1] === true
    if (!marked[at] && isButton(texts[at] ?? '') && (beside || isRefusal(texts[at] ?? '')))
      marked[at] = true
  }
  return marked
}

/** A line that is a button of an appeal rather than text. */
export const isButton = (text: string): boolean =>
  text.length <= 60 && (buttons.test(bare(text)) || refusals.test(bare(text)))

/** A button only an appeal can have ("Show me later"): it proves that one was here. */
const isRefusal = (text: string): boolean => text.length <= 60 && refusals.test(bare(text))

const bare = (text: string): string =>
  text
    .replace(/<[^>]{0,400}>/g, '')
    .replace(/^[\s*[\]•·>»|–-]+|[\s*[\]•·>»|!.→–-]+$/g, '')
    .replaceAll('’', "'")

const isSalutation = (text: string): boolean =>
  salutations.test(text.slice(0, 120).replace(/^[\s*_"“]+/, ''))

/** How many different ways of asking for money or membership a text has. */
const asksIn = (text: string): number =>
  asks.reduce((sum, ask) => sum + (ask.test(text) ? 1 : 0), 0)

const addressed = (text: string): boolean => ours.test(text) || yours.test(text)

/** The last block of the letter that begins at `start`, or null where it asks for nothing. */
const endOfLetter = (texts: string[], start: number): number | null => {
  const asked = new Set<number>()
  let last = start
  let closing: number | null = null
  for (let i = start; i < Math.min(texts.length, start + 40); i++) {
    const text = texts[i] ?? ''
    asks.forEach((ask, which) => ask.test(text) && asked.add(which))
    if (i > start && closings.test(text) && text.length < 160) {
      closing = i
      break
    }
    const letterish =
      asksIn(text) > 0 || (ours.test(text) && !isReporting(text)) || yours.test(text)
    if (letterish || isButton(text)) last = i
    else if (i - last > 2) break
  }
  if (asked.size < 2) return null
  return afterwards(texts, closing ?? last, closing !== null)
}

/** Signatures, roles, buttons and a postscript that still belong to the letter. */
const afterwards = (texts: string[], end: number, signed: boolean): number => {
  let last = end
  let pressed = false
  for (let i = end + 1; i < Math.min(texts.length, end + 14); i++) {
    const text = texts[i] ?? ''
    // Names stand above the buttons; what follows a button is the page again.
    if (isButton(text)) pressed = true
    const asking = asksIn(text) >= 2 && yours.test(text) && !isReporting(text)
    const postscript = /^(p\.?\s?s\.?|נ\.?ב\.?|ملاحظة)[\s:.,]/i.test(text)
    if (
      isButton(text) ||
      closings.test(text) ||
      asking ||
      postscript ||
      (signed && !pressed && isSignature(text))
    )
      last = i
    else break
  }
  return last
}

const isSignature = (text: string): boolean =>
  text.length <= 90 &&
  !/^(by|מאת|بقلم|par|von|por)\s/i.test(text) &&
  !/[.!?:;…。]["”»)]?$/.test(text.replace(/\b([A-Z]|Dr|Mr|Ms|Jr|Sr|Inc|Ltd)\.$/, '')) &&
  !/\d{4}/.test(text) &&
  text.split(/\s+/).length <= 12

/** Boxes without a salutation: blocks that press the reader, and their neighbours that help. */
const markBoxes = (texts: string[], marked: boolean[]): void => {
  const seeds = texts.map((text) => text.length < 900 && !isReporting(text) && pressing(text))
  seeds.forEach((seed, at) => {
    if (!seed) return
    marked[at] = true
    for (const step of [-1, 1]) {
      for (let i = at + step; i >= 0 && i < texts.length && Math.abs(i - at) <= 8; i += step) {
        const text = texts[i] ?? ''
        const helps =
          !isReporting(text) && text.length < 900 && asksIn(text) >= 1 && addressed(text)
        if (!helps && !isButton(text) && !seeds[i]) break
        marked[i] = true
      }
    }
  })
}

const isReporting = (text: string): boolean =>
  /["“”„«»״].{3,}["“”»״]/.test(text) ||
  /\b(said|says|told|according to|added|announced|reported)\b|אמר|אמרה|לדברי|قال|قالت|وقال/i.test(
    text,
  )

const pressing = (text: string): boolean =>
  pressingPhrases.test(text) || (asksIn(text) >= 3 && ours.test(text) && yours.test(text))

const salutations = spread(
  String.raw`^(dear\s+([\p{L}'’ ]{2,30}\s)?(readers?|friends?|supporters?)\b|(a|
    an important)\s(message|letter|note|word)\s(from|to)\s(our|the|your)\b|קורא(ים|ות|ת|\/ת|
    \/ים)?\s?(ו?קוראות\s)?יקר|לקורא(ים|ות)?\b|(عزيز[يت]ي?|أعزائي|أعزاءنا|
    إلى)\s?(ال)?(قارئ|قارئة|قراء|قر[اّ]ء)|قراءنا|chère?s?\s(lect|ami)|liebe[r]?\s(leser|
    freund)|sehr geehrte[r]?\sleser|estimad[oa]s?\slector|querid[oa]s?\s(lector|leitor|
    amig)|car[oaie]\slettor|prezad[oa]s?\sleitor|car[oa]\sleitor|beste\slezer|kära\släsare|
    kære\slæser|kjære\sleser|drodzy\sczytelnicy|уважаем\p{L}+\sчитател|
    дорог\p{L}+\s(читател|друз)|亲爱的读者|親愛的讀者|读者朋友|讀者朋友|読者の皆|독자\s?여러분|sayın\sokur|
    değerli\sokur)`,
  'iu',
)

const closings = spread(
  String.raw`^["“]?(sincerely|yours\b|respectfully|with\s(sincere|deep|heartfelt|much|many|great|
    best|warm|kind|all)?\s?(gratitude|thanks|appreciation|regards|wishes)|thank\syou\b|
    thanks\b|many thanks|gratefully|best(\sregards|\swishes)?,?$|(warm|kind)(est)?\sregards|
    cordially|faithfully|בברכה|בתודה|תודה|בכבוד\sרב|שלכם|مع\s(خالص\s|أطيب\s|جزيل\s)?(الشكر|
    التحي|التقدير|تحيات)|وتفضلوا|شكر[ًا]|mit\s(freundlichen|herzlichen|besten)|herzlich|
    vielen\sdank|cordialement|bien\sà\svous|merci\b|atentamente|cordialmente|gracias\b|
    saludos|obrigad|grazie\b|cordiali|met\svriendelijke|с\sуважением|спасибо|此致|敬上|謹啟|谨启|敬具|
    감사합니다|saygılar|teşekkür)`,
  'iu',
)

const refusals = spread(
  String.raw`^(show (it |this )?(to )?me (this )?later|remind me later|don'?t show (it|this|me|
    me this)( message)? again|do not show (it|this) again|never show (this )?again|
    maybe later|ask me later|i'?m already a (partner|member|subscriber|supporter)|
    no,? thanks?|להציג מאוחר יותר|הצ(ג|יגו) לי (אחר כך|מאוחר יותר)|הזכ(ר|ירו) לי (אחר כך|
    מאוחר יותר)|(אל|לא) (תציג|תציגו|להציג)( לי)?( את זה)? שוב|אולי אחר כך|לא,? תודה|ذكر(ني|
    وني) لاحق[اًا]*|أظهر(ه|ها)? لاحق[اًا]*|لا تظهر (هذا|ها|ه|هذه الرسالة)? ?(لي )?مرة أخرى|
    ليس الآن|لا،? شكر[اًا]*|plus tard|ne plus afficher|später erinnern|nicht mehr anzeigen|
    recordar más tarde|no mostrar de nuevo)$`,
  'iu',
)

const buttons = spread(
  String.raw`^(become (a|our|an? [\w-]+) (partner|member|supporter|subscriber|friend)( now| today)?|
    (subscribe|join|donate|contribute|register|support( us)?|sign up|sign in|log ?in|give|
    upgrade)( (us|now|today|here|for free))?( (for|from) (just |only |
    as little as )?[$€£₪]\d.{0,20})?|join our [\w ]{3,30}|not now|later|continue( reading|
     [ ]to (the )?(article|site))?|close|dismiss|got it|(i'?m )?already a (subscriber|partner|
    member|supporter)\??( (sign|log) in)?|learn more|tell me more|yes,? i.{0,40}|
    get started|×|x|הצטרפו( עכשיו| אלינו)?|הצטרף( עכשיו)?|להצטרפות( לחצו כאן)?|הפכו לשותפים|
    להיות שותף|אני רוצה להצטרף|לתמיכה|תמכו בנו|להרשמה|התחברות|המשך( לכתבה| קריאה)?|סגור|
    סגירה|لا? ?(انضم|اشترك)( (الآن|إلينا))?|انضموا( إلينا| الآن)?|كن شريك[اًا]*|ادعم(ونا|
    نا)|تبرع( الآن)?|تسجيل الدخول|متابعة القراءة|إغلاق|s'abonner|abonnez-vous|je m'abonne|
    jetzt (abonnieren|unterstützen)|suscríbete|suscribirse|iscriviti|abbonati|assine( já)?|
    подписаться|поддержать|立即訂閱|立即订阅|購読する|구독하기)$`,
  'iu',
)

const ours = spread(
  String.raw`\b(we|we['’](re|ve|ll)|our|us)\b|אנחנו|אנו|שלנו|עיתוננו|נחנו|صحيفتنا|نحن|موقعنا|لدينا|
    \bnotre\b|\bnous\b|\bunser\p{L}*|\bwir\b|\bnuestr|\bnostr|\bnoss[oa]|(?<!\p{L})(наш|мы(?!\p{L}))|我们|我們|
    私たち|弊紙|우리`,
  'iu',
)
const yours = spread(
  String.raw`\b(you|your|you['’](re|ve|ll))\b|אתם|אתן|שלכם|אתכם|עליכם|לכם|בתמיכתכם|תמיכתכם|הצטרפ|
    תמכו|أنتم|دعمك|اشتراك|يمكنك|انضم|لكم|بدعم|\bvous\b|\bvotre\b|\bihre?\b|\bsie\b|\busted|
    \btu\b|\bvoi\b|\bvostr|\bvocê|(?<!\p{L})(вы(?!\p{L})|ваш)|您|你们|你們|皆様|皆さま|여러분`,
  'iu',
)

const asks = [
  spread(
    String.raw`subscri(be|ber|bers|bing|ption|ptions)\b|abonn|suscri[bp]|abbona|assina(r|nte|tura)|
    מנוי|להירשם|اشتراك|اشترك|подпис|订阅|訂閱|購読|구독|abone`,
    'iu',
  ),
  spread(
    String.raw`\b(become|becoming|be)\s(a|an|our)?\s?[\w-]{0,12}\s?(partner|member|supporter|friend|
    patron)s?\b|\bmembership|\bpartnership|שותפ|לחבר(י|ים)|חברות במועדון|شريك|شركاء|عضوية|
    \bmitglied|\bmembres?\b|\bsocios?\b|\bsostenitor|会员|會員|会員|후원|üye`,
    'iu',
  ),
  spread(
    String.raw`\bpremium|\bad[- ](free|light)|\b(free of|without|fewer|no) ads\b|\bexclusive\s(content|
    access|stories)|\bpaywall|unlimited\s(digital\s)?access|פרימיום|ללא פרסומות|بريميوم|
    بلا إعلانات|بدون إعلانات|sans publicité|werbefrei|sin publicidad|senza pubblicità|无广告|
    無廣告|広告なし`,
    'iu',
  ),
  spread(
    String.raw`\b(support|supporting|sustain|fund|strengthen)\b.{0,60}\b(us|our|journalism|newspaper|
    reporting|newsroom|work|mission|press)\b|\bhelp\s(us|our|keep)\b|לתמוך|תמיכתכם|תמכו|
    תמיכה|لدعم|دعم(كم|ك)|ادعم|soutenez|soutenir|unterstütz|apoy[ae]|sostien|sosten[ei]|
    apoi[ea]|поддерж|支持我|ご支援|응원`,
    'iu',
  ),
  spread(
    String.raw`\b(donat(e|ion|ions|ing)|contribut(e|ion|ions|ing)|pledge)\b|תרומ|לתרום|تبرع|\bspende|
    \bdon(s|ation|ación|azione)?\b|пожертв|捐|寄付|기부`,
    'iu',
  ),
  spread(
    String.raw`[$€£₪¥]\s?\d+([.,]\d+)?|\d+([.,]\d+)?\s?([$€£₪]|nis\b|shekels|dollars|euros|pounds|ש"ח|
    ש״ח|שקל|שקלים|دولار|شيكل|руб|元|円|원)|\bas little as\b|\bprice of a\b|cup of coffee|
    כוס קפה|فنجان قهوة`,
    'iu',
  ),
  spread(
    String.raw`\b(a|per|each|every)\s(month|week|year|day)\b|\/(month|mo|week|year)\b|\bmonthly\b|
    לחודש|בחודש|לשנה|שהרי|شهري|في الشهر|سنوي|\bpar mois|\bim monat|\bal mes\b|\bal mese|
    \bpor mês|в месяц|每月|月額|매월`,
    'iu',
  ),
  spread(
    String.raw`\bindependent\s(journalism|press|media|reporting|newspaper)|\bquality journalism|
    \bour journalism|עיתונות (חופשית|עצמאית|איכותית)|صحافة (مستقلة|حرة)|
    journalisme indépendant|unabhängig\p{L}* journalis|periodismo independiente|
    giornalismo indipendente|независим\p{L}+ журнал`,
    'iu',
  ),
]

const pressingPhrases = spread(
  String.raw`\b(please|to (view|read|continue|access)[^.]{0,60},?\s?(please\s)?)\s?(subscribe|
    log ?in|sign in|register)\b|\b(subscribe|join|donate|sign up|register)\s(now|today|
    here)\b.{0,80}(to|for|and)\b|^(subscribe|sign up)\s(to|for|now|today)\b.{0,100}$|
    \balready a (subscriber|member|partner)\b|\bif you['’]re (seeing|
    reading) this\b.{0,80}subscriber|\b(become|be) a (partner|member|supporter|
    subscriber)\b.{0,60}\b(today|now|for (just|only|as little))|\bfor (just |
    only )?as little as [$€£₪]\s?\d|^(support|help us)\b.{0,80}\b(our|
    independent)\s(journalism|newsroom|work)|הצטרפו (עכשיו|היום|אלינו)|
    להמשך קריאה.{0,40}(מנוי|הירשמו)|اشترك الآن (في|ل)`,
  'iu',
)
