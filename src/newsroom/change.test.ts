import { afterEach, expect, test } from 'vitest'
import { setClock } from '#platform/clock.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { correctArticle } from './correct.ts'
import { editArticle } from './edit.ts'
import { findArticle, findByAddress } from './articles.ts'
import { whereNow } from './moves.ts'
import { publishArticle, publishDue } from './publish.ts'
import { restoreRevision } from './restore.ts'
import { findRevision, listRevisions } from './revisions.ts'
import { scheduleArticle } from './schedule.ts'
import { setEmbargo, submit } from './submit.ts'
import { accepted, aDraft, anArticle, aSection, noJobs } from './testing.ts'
import { withdrawArticle } from './withdraw.ts'

const db = await testDatabase()
const jobs = noJobs
const news = await aSection(db, 'Local')
const sport = await aSection(db, 'Sport')

afterEach(() => setClock(null))

const facts = async (): Promise<{ type: string; payload: { articleId?: string } }[]> =>
  (await db.pool.query('select type, payload from outbox order by id')).rows

test('two editors at once: the first is saved, the second is shown what the first wrote', async () => {
  const draft = await aDraft(db)
  const both = await Promise.all(
    ['Harbour open', 'Harbour shut'].map((headline) =>
      editArticle(db, { id: draft.id, by: 'ruth', version: draft.version, content: { headline } }),
    ),
  )
  const saved = both.filter((outcome) => outcome.ok)
  const refused = both.find((outcome) => !outcome.ok)
  expect(saved).toHaveLength(1)
  expect(refused).toMatchObject({ ok: false, reason: 'changed-by-another', theirs: { version: 2 } })
  expect((await findArticle(db.kysely, draft.id))?.version).toBe(2)
})

test('articles of one slug that go out at once get numbered addresses', async () => {
  const drafts = await Promise.all(
    Array.from({ length: 6 }, () => aDraft(db, { headline: 'Storm warning', sectionId: news })),
  )
  const out = await Promise.all(
    drafts.map((draft) => publishArticle(db, { id: draft.id, by: 'ruth' })),
  )
  const slugs = out.map((outcome) => accepted(outcome).slug).toSorted()
  expect(slugs).toEqual([
    'storm-warning',
    ...[2, 3, 4, 5, 6].map((number) => `storm-warning-${number}`),
  ])
})

test('publishing twice at once publishes once and announces once', async () => {
  const draft = await aDraft(db, { sectionId: news })
  const both = await Promise.all([1, 2].map(() => publishArticle(db, { id: draft.id, by: 'ruth' })))
  expect(both.map((outcome) => outcome.ok).toSorted()).toEqual([false, true])
  const told = (await facts()).filter(
    ({ payload, type }) => payload.articleId === draft.id && type === 'article.published',
  )
  expect(told).toHaveLength(1)
})

test('a draft says nothing to the outside; a published article tells of every change', async () => {
  const draft = await aDraft(db, { sectionId: news, headline: 'Quiet' })
  accepted(await submit(db, { id: draft.id, by: 'ruth' }))
  expect((await facts()).filter(({ payload }) => payload.articleId === draft.id)).toEqual([])
  accepted(await publishArticle(db, { id: draft.id, by: 'ruth' }))
  accepted(await correctArticle(db, { id: draft.id, by: 'ruth', text: 'The year was 1911.' }))
  accepted(await withdrawArticle(db, { id: draft.id, by: 'ruth', reason: 'wrong' }))
  const told = (await facts()).filter(({ payload }) => payload.articleId === draft.id)
  expect(told.map(({ type }) => type)).toEqual([
    'article.published',
    'article.changed',
    'article.withdrawn',
  ])
})

test('a new address leaves the old one behind, also over several moves, and coming back takes it again', async () => {
  const article = await anArticle(db, { headline: 'Bridge', sectionId: news })
  const change = { id: article.id, by: 'ruth' }
  const second = accepted(
    await editArticle(db, { ...change, version: article.version, content: { slug: 'new-bridge' } }),
  )
  const third = accepted(
    await editArticle(db, { ...change, version: second.version, content: { sectionId: sport } }),
  )
  expect(await whereNow(db.kysely, '/local/bridge')).toEqual({ target: '/sport/new-bridge' })
  expect(await whereNow(db.kysely, '/local/new-bridge/')).toEqual({ target: '/sport/new-bridge' })
  accepted(
    await editArticle(db, {
      ...change,
      version: third.version,
      content: { sectionId: news, slug: 'bridge' },
    }),
  )
  expect(await whereNow(db.kysely, '/local/bridge')).toBeNull()
  expect(await whereNow(db.kysely, '/sport/new-bridge')).toEqual({ target: '/local/bridge' })
})

test('an article that was open becomes premium only when somebody confirms it', async () => {
  const article = await anArticle(db, { headline: 'Open', sectionId: news })
  const change = {
    id: article.id,
    by: 'ruth',
    version: article.version,
    content: { access: 'premium' as const },
  }
  expect(await editArticle(db, change)).toEqual({ ok: false, reason: 'needs-confirmation' })
  expect(accepted(await editArticle(db, { ...change, confirmed: true })).openedAt).toEqual(
    article.openedAt,
  )
})

test('a scheduled article goes out on time, once, though two nodes look, and carries the planned time', async () => {
  setClock(new Date('2030-01-01T05:00:00Z'))
  const draft = await aDraft(db, { headline: 'Morning', sectionId: news })
  const at = new Date('2030-01-01T06:00:00Z')
  accepted(await scheduleArticle({ database: db, jobs }, { id: draft.id, by: 'ruth', at }))
  setClock(new Date('2030-01-01T05:59:59Z'))
  expect(await publishDue(db)).toEqual([])
  setClock(new Date('2030-01-01T06:00:20Z'))
  const both = await Promise.all([publishDue(db), publishDue(db)])
  expect(both.flat()).toEqual([draft.id])
  expect((await findArticle(db.kysely, draft.id))?.publishedAt).toEqual(at)
})

test('an embargo holds back publishing and scheduling', async () => {
  setClock(new Date('2030-02-01T05:00:00Z'))
  const draft = await aDraft(db, { sectionId: news })
  accepted(
    await setEmbargo(db, { id: draft.id, by: 'ruth', until: new Date('2030-02-02T00:00:00Z') }),
  )
  expect(await publishArticle(db, { id: draft.id, by: 'ruth' })).toEqual({
    ok: false,
    reason: 'embargoed',
  })
  const early = { id: draft.id, by: 'ruth', at: new Date('2030-02-01T12:00:00Z') }
  expect(await scheduleArticle({ database: db, jobs }, early)).toEqual({
    ok: false,
    reason: 'embargoed',
  })
  setClock(new Date('2030-02-02T00:00:00Z'))
  expect((await publishArticle(db, { id: draft.id, by: 'ruth' })).ok).toBe(true)
})

test('every change is a revision, and restoring one brings the text back but not the address', async () => {
  const article = await anArticle(db, { headline: 'First words', sectionId: news })
  const change = { id: article.id, by: 'omar' }
  accepted(
    await editArticle(db, {
      ...change,
      version: article.version,
      content: { headline: 'Second words', slug: 'second' },
    }),
  )
  const restored = accepted(await restoreRevision(db, { ...change, number: 1 }))
  expect([restored.headline, restored.slug]).toEqual(['First words', 'second'])
  const revisions = await listRevisions(db.kysely, article.id)
  expect(revisions.map(({ number, action }) => [number, action])).toEqual([
    [4, 'restored 1'],
    [3, 'edited'],
    [2, 'published'],
    [1, 'created'],
  ])
  expect(revisions[1]?.changed.toSorted()).toEqual(['headline', 'slug'])
  expect((await findRevision(db.kysely, article.id, 3))?.content.headline).toBe('Second words')
})

test('a withdrawn article keeps its address, and nobody else gets it', async () => {
  const article = await anArticle(db, { headline: 'Gone', sectionId: news })
  accepted(await withdrawArticle(db, { id: article.id, by: 'ruth', reason: 'legal' }))
  expect((await findByAddress(db.kysely, 'local', 'gone'))?.state).toBe('withdrawn')
  expect((await anArticle(db, { headline: 'Gone', sectionId: news })).slug).toBe('gone-2')
  const back = accepted(await publishArticle(db, { id: article.id, by: 'ruth' }))
  expect([back.slug, back.publishedAt]).toEqual(['gone', article.publishedAt])
})

test('what an article names must exist', async () => {
  const draft = await aDraft(db)
  const change = { id: draft.id, by: 'ruth', version: 1 }
  const nobody = '01890000-0000-7000-8000-000000000000'
  expect(await editArticle(db, { ...change, content: { tagIds: [nobody] } })).toEqual({
    ok: false,
    reason: 'unknown-tag',
  })
  expect(await editArticle(db, { ...change, content: { sectionId: nobody } })).toEqual({
    ok: false,
    reason: 'unknown-section',
  })
  expect(await publishArticle(db, { id: draft.id, by: 'ruth' })).toEqual({
    ok: false,
    reason: 'no-section',
  })
})
