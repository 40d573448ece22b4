import { trustedHtml } from '#platform/html/safe.ts'
import { newId } from '#platform/ids.ts'
import type { Article } from '#newsroom/article.ts'

/** The same few people in all tests, so that a test's reader knows them. */
export interface Person {
  name: string
  email: string
  /** BCP 47: what their screens are written in. */
  language: string
}

/** Reads without an account; nobody knows the address. */
export const aPasserBy: Person = { name: '', email: '', language: 'en' }
/** A partner for years. */
export const dana: Person = { name: 'Dana Levin', email: 'dana@readers.example', language: 'he' }
/** Reads much, is no partner, and said "Show me later". */
export const omar: Person = { name: 'Omar Haddad', email: 'omar@readers.example', language: 'ar' }
/** Edits the paper. */
export const ruth: Person = { name: 'Ruth Okafor', email: 'ruth@paper.example', language: 'en' }
/** Writes for it. */
export const ines: Person = { name: 'Inês Carvalho', email: 'ines@paper.example', language: 'pt' }

/** A published article with everything a rule may ask for; say what is different. */
export function anArticle(different: Partial<Article> = {}): Article {
  return {
    id: newId(),
    state: 'published',
    listed: true,
    access: 'open',
    language: 'en',
    headline: 'Harbour bridge opens a year late',
    kicker: 'Transport',
    standfirst: 'Ferries go on until the end of the month.',
    summary: 'The bridge over the harbour opened on Thursday, a year late.',
    dateline: 'Port Merrow',
    body: trustedHtml('<p>The bridge over the harbour opened on Thursday.</p>'),
    slug: 'harbour-bridge-opens',
    sectionId: newId(),
    bylines: [],
    tagIds: [],
    lead: null,
    searchTitle: '',
    searchDescription: '',
    canonicalUrl: null,
    sensitive: false,
    publishedAt: new Date('2014-12-25T18:27:00Z'),
    updatedAt: null,
    embargoUntil: null,
    scheduledFor: null,
    withdrawnAt: null,
    withdrawnReason: '',
    openedAt: new Date('2014-12-25T18:27:00Z'),
    corrections: [],
    wordCount: 8,
    version: 1,
    ...different,
  }
}
