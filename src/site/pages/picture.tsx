import { focalClasses, pictureAddress, plainWidth, sourceSet } from '../look/picture.ts'
import type { PictureView } from '../view.ts'

/** Where a picture stands: how wide it is shown, and how it is cut (the class of the same name). */
const places = {
  article: { sizes: '(min-width: 78rem) 60rem, (min-width: 48rem) calc(100vw - 4rem), 100vw' },
  lead: { sizes: '(min-width: 80rem) 38rem, (min-width: 64rem) 50vw, calc(100vw - 2rem)' },
  splash: { sizes: '(min-width: 80rem) 45rem, (min-width: 48rem) 58vw, 100vw' },
  half: { sizes: '(min-width: 80rem) 19rem, (min-width: 48rem) 31vw, calc(100vw - 2rem)' },
  quarter: {
    sizes:
      '(min-width: 80rem) 18rem, (min-width: 64rem) 23vw, (min-width: 40rem) 46vw, calc(100vw - 2rem)',
  },
  thumb: { sizes: '(min-width: 48rem) 10rem, 7rem' },
  small: { sizes: '5.5rem' },
  portrait: { sizes: '5rem' },
  likeness: { sizes: '9rem' },
} as const
export type PicturePlace = keyof typeof places

interface PictureProps {
  picture: PictureView
  place: PicturePlace
  /** The picture a reader sees first: fetched at once. One on a page. */
  first?: boolean
}

/** A picture in modern formats and in the width that is shown; its shape is kept free before it comes. */
export function Picture({ picture, place, first = false }: PictureProps) {
  const { sizes } = places[place]
  return (
    <picture className={`picture picture-${place}`}>
      <source type="image/avif" srcSet={sourceSet(picture, 'avif')} sizes={sizes} />
      <img
        className={focalClasses(picture.focal) || undefined}
        src={pictureAddress(picture.id, plainWidth(picture.width), 'webp')}
        srcSet={sourceSet(picture, 'webp')}
        sizes={sizes}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
        decoding={first ? 'sync' : 'async'}
      />
    </picture>
  )
}
