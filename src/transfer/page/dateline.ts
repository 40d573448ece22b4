import { tidy } from './blocks.ts'

/** The place a story opens with ("JERUSALEM — ", "London (Reuters) - "), or an empty text. */
export const datelineOf = (opening: string): string => {
  const place =
    /^([\p{Lu}][\p{L}.'’ -]{2,40}(?:,\s?[\p{L}.' ]{2,24})?)\s?(?:\((?:AP|AFP|Reuters|[\p{L} ]{2,20})\)\s?)?\s?[—–]\s?|^([\p{Lu}][\p{Lu}.'’ ,-]{2,40})(?:\([\p{L} ]{2,20}\))?\s?[—–-]{1,2}\s/u.exec(
      opening,
    )
  const name = tidy(place?.[1] ?? place?.[2])
  return name === name.toUpperCase() || name.split(' ').length <= 3
    ? name.replace(/[,\s]+$/, '')
    : ''
}
