import type { Ground } from './kept.ts'
import type { Row } from './run.ts'

/** Questions of several kinds, made of the words of the archive itself; each kind's times in milliseconds. */
export async function measureSearch({ newspaper, client, articles }: Ground): Promise<Row[]> {
  const { rows } = await client.query<{ headline: string; body: string }>(
    `select headline, body from article where state = 'published' order by md5(id::text) limit 120`,
  )
  const times: number[] = []
  const kinds = new Map<string, number[]>()
  const failures: string[] = []
  for (const [kind, question] of rows.flatMap((row) => questionsOf(row))) {
    const began = performance.now()
    const answer = await fetch(`${newspaper.url}/search?q=${encodeURIComponent(question)}`)
    await answer.arrayBuffer()
    const took = performance.now() - began
    if (!answer.ok) failures.push(question)
    times.push(took)
    kinds.set(kind, [...(kinds.get(kind) ?? []), took])
  }
  const at = (list: number[], share: number) =>
    [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0
  const perKind = [...kinds]
    .map(([kind, list]) => `${kind} ${at(list, 0.95).toFixed(0)}`)
    .join(', ')
  const p95 = at(times, 0.95)
  const worst = at(times, 1)
  return [
    {
      what: `search in ${articles} articles, p95 (${perKind})`,
      figure: `${p95.toFixed(0)} ms (p50 ${at(times, 0.5).toFixed(0)} ms, ${times.length} questions)`,
      reach: '≤ 40 ms',
      ok: p95 <= 40 && !failures.length,
    },
    {
      what: 'search, worst',
      figure: `${worst.toFixed(0)} ms`,
      reach: '≤ 150 ms',
      ok: worst <= 150,
    },
  ]
}

function questionsOf({ headline, body }: { headline: string; body: string }): [string, string][] {
  const words = body
    .replace(/<[^>]+>/g, ' ')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)
  const pick = (share: number) => words[Math.floor(words.length * share)] ?? 'news'
  const phraseAt = Math.floor(words.length * 0.4)
  const long = words.filter((word) => word.length > 7)
  return [
    ['word', pick(0.3)],
    ['two words', `${pick(0.5)} ${pick(0.7)}`],
    ['rare word', long[0] ?? pick(0.1)],
    ['common word', 'government'],
    ['headline', headline],
    ['sentence', `What did the ${words.slice(phraseAt, phraseAt + 14).join(' ')}`],
    ['phrase', `"${words.slice(phraseAt, phraseAt + 2).join(' ')}"`],
    ['without', `${pick(0.2)} -${pick(0.9)}`],
    ['mistyped', `${pick(0.6).slice(0, 3)}q${pick(0.6).slice(3)}`],
  ]
}
