/** Widths in pixels that pictures are made in; a file is never wider than its original. */
export const pictureWidths = [160, 320, 480, 640, 800, 1120, 1600] as const
export const pictureFormats = ['avif', 'webp', 'jpg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** The widths made of a picture: every step up to its own width, and the first step in any case. */
export function widthsOf(width: number): number[] {
  return pictureWidths.filter((step, index) => index === 0 || step <= width)
}

/** A srcset of a picture of ours that is `width` pixels wide. */
export function pictureSet(id: string, width: number): string {
  return widthsOf(width)
    .map((step) => `/media/${id}/${step}.webp ${step}w`)
    .join(', ')
}
