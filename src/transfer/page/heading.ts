import { type Block, blocksOf, isElement, lettersOf, tidy } from './blocks.ts'
import { findDate } from './dates.ts'
import { isLabel } from './furniture-words.ts'

const standfirsts =
  /standfirst|sub-?head|sub-?title|(article|hed)[-_]+(dek|summary|intro|lead)|\bdek\b|\bdeck\b|epigraph|bajada|chapo|chapeau|sapo\b|ingress|manchet|vorspann|occhiello|sommario/i
const kickers = /kicker|eyebrow|overline|rubric|supratitle|volanta|dachzeile|surtitre/i

/** What stands around the headline: the kicker above it and the standfirst below it; '' for none. */
export const aboveBody = (
  document: Document,
  headline: string,
): { kicker: string; standfirst: string } => {
  const letters = lettersOf(headline)
  const title = Array.from(document.querySelectorAll('h1, h2')).find(
    (one) => lettersOf(one.textContent ?? '') === letters,
  )
  let near: Element | null | undefined = title?.parentElement
  for (let up = 0; near?.parentElement && up < 3 && near.parentElement !== document.body; up++)
    near = near.parentElement
  if (!title || !near || letters === '') return { kicker: '', standfirst: '' }
  const blocks = blocksOf(near)
  const at = blocks.findIndex((block) => block.element === title || title.contains(block.element))
  const named = (block: Block, names: RegExp): boolean => {
    for (
      let up: Element | null = placeOf(block), level = 0;
      up && up !== near && level < 3;
      up = up.parentElement, level++
    )
      if (!up.contains(title) && names.test(up.getAttribute('class') ?? '')) return true
    return false
  }
  const kicker = blocks
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .findLast((block) => named(block, kickers) && block.text.length <= 50)
  const below = blocks.slice(at + 1, at + 8)
  const standfirst =
    below.find((block) => isStandfirst(block) && named(block, standfirsts)) ??
    below
      .slice(0, 2)
      .find((block) => /^h[2-4]$/.test(block.tag) && isStandfirst(block) && block.text.length >= 50)
  return {
    kicker: kicker && !/\d{4}/.test(kicker.text) ? kicker.text : '',
    standfirst: standfirst?.text ?? '',
  }
}

/** The element a block is made of, also where it is an inline one standing alone. */
const placeOf = ({ nodes, element }: Block): Element => {
  const [only, other] = nodes.filter((node) => tidy(node.textContent) !== '')
  return only && !other && isElement(only) ? only : element
}

const isStandfirst = ({ text, linkShare }: Block): boolean =>
  text.length >= 25 &&
  text.length <= 400 &&
  linkShare < 0.5 &&
  !isLabel(text) &&
  !/^(by|von|par|por|di)\s/i.test(text) &&
  !(text.length < 60 && findDate(text, { zone: 'UTC' }) !== null)
