import { scriptOf } from './scripts.ts'

const alphabets: Record<string, string> = {
  latin: 'abcdefghijklmnopqrstuvwxyz',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשת',
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويء',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяієїґ',
  greek: 'αβγδεζηθικλμνξοπρσςτυφχψω',
}

/** Every word one slip away: a letter missing, doubled, changed or two swapped. For words of up to 24 letters. */
export function oneSlipAway(word: string): string[] {
  const alphabet = alphabets[scriptOf(word.codePointAt(0) ?? 0)]
  if (!alphabet || word.length < 3 || word.length > 24) return []
  const found = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const left = word.slice(0, i)
    const right = word.slice(i)
    if (right) found.add(left + right.slice(1))
    if (right.length > 1) found.add(left + right[1] + right[0] + right.slice(2))
    for (const letter of alphabet) {
      if (right) found.add(left + letter + right.slice(1))
      found.add(left + letter + right)
    }
  }
  found.delete(word)
  return [...found]
}

/** How many slips lie between two words (Damerau–Levenshtein, neighbours swapped count once). */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length] as number
}
