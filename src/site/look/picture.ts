import { type PictureFormat, pictureWidths, widthsOf } from '#newsroom/picture-widths.ts'

export { type PictureFormat, pictureWidths, widthsOf }

/** The address of one size of a picture. */
export function pictureAddress(id: string, width: number, format: PictureFormat): string {
  return `/media/${id}/${width}.${format}`
}

/** A srcset of the sizes that make sense for a picture of this width. */
export function sourceSet(picture: { id: string; width: number }, format: PictureFormat): string {
  return widthsOf(picture.width)
    .map((width) => `${pictureAddress(picture.id, width, format)} ${width}w`)
    .join(', ')
}

/** The size for readers without srcset: the widest up to 800. */
export function plainWidth(width: number): number {
  return widthsOf(width).findLast((step) => step <= 800) ?? pictureWidths[0]
}

/**
 * Classes that keep the focal point in sight (look/pictures.css has them in steps of a tenth):
 * the content security policy allows no style attributes.
 */
export function focalClasses(focal: { x: number; y: number } | undefined): string {
  if (!focal) return ''
  const x = tenth(focal.x)
  const y = tenth(focal.y)
  return [x === 5 ? '' : `focal-x${x}`, y === 5 ? '' : `focal-y${y}`].filter(Boolean).join(' ')
}

function tenth(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10)
}
