import type { Article } from '#newsroom/article.ts'
import { contentSchema, lengthOf } from '#newsroom/content.ts'
import { newId } from '#platform/ids.ts'
import type { SampleArticle } from './article-file.ts'
import { fillDays, type Loading, momentOf } from './when.ts'

/** A picture of the sample as it stands in the paper. */
export interface PlacedPicture {
  mediaId: string
  width: number
  height: number
}

export interface Places extends Loading {
  credit: string
  sections: ReadonlyMap<string, string>
  authors: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, string>
  pictures: ReadonlyMap<string, PlacedPicture>
}

/** An article of the sample as the newsroom keeps it: days filled in, names become ids, pictures placed. */
export function prepareArticle(sample: SampleArticle, places: Places): Article {
  const text = (words: string): string => fillDays(words, sample.language, places)
  const picture = known(places.pictures, sample.picture)
  const content = contentSchema.required().parse({
    headline: text(sample.headline),
    kicker: sample.kicker,
    standfirst: text(sample.standfirst),
    summary: text(sample.summary),
    dateline: sample.dateline,
    body: placePictures(text(sample.body), places.pictures),
    language: sample.language,
    slug: sample.slug,
    sectionId: known(places.sections, sample.section),
    access: 'open',
    bylines: sample.by.map(({ author, role }) => ({
      authorId: known(places.authors, author),
      role,
    })),
    tagIds: sample.tags.map((tag) => known(places.tags, tag)),
    lead: {
      mediaId: picture.mediaId,
      caption: text(sample.caption),
      credit: places.credit,
      alt: sample.alt,
    },
    searchTitle: '',
    searchDescription: '',
    canonicalUrl: null,
    sensitive: false,
  })
  const publishedAt = momentOf(sample.published, places)
  return {
    ...content,
    id: newId(),
    state: 'published',
    listed: true,
    publishedAt,
    updatedAt: sample.updated ? momentOf(sample.updated, places) : null,
    embargoUntil: null,
    scheduledFor: null,
    withdrawnAt: null,
    withdrawnReason: '',
    openedAt: publishedAt,
    corrections: sample.correction.map((item) => ({
      id: newId(),
      text: text(item.text),
      madeAt: momentOf(item.at, places),
    })),
    wordCount: lengthOf(content),
    version: 1,
  }
}

/** Pictures named "sample:harbour" get their address in the paper and the size they have. */
export function placePictures(body: string, pictures: ReadonlyMap<string, PlacedPicture>): string {
  return body.replace(
    /<img src="sample:([a-z-]+)" alt="([^"]*)">/g,
    (_, name: string, alt: string) => {
      const { mediaId, width, height } = known(pictures, name)
      return `<img src="/media/${mediaId}/1280.webp" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async">`
    },
  )
}

function known<Value>(map: ReadonlyMap<string, Value>, name: string): Value {
  const value = map.get(name)
  if (value === undefined) throw new Error(`The sample names ${name}, which it does not have.`)
  return value
}
