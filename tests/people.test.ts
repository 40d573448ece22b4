import { expect, test } from 'vitest'
import { anArticle } from './people.ts'

test('an article is what it says it is, apart from what a test makes different', () => {
  const draft = anArticle({ state: 'draft', publishedAt: null })
  expect(draft).toMatchObject({ state: 'draft', publishedAt: null, language: 'en' })
  expect(draft.id).not.toBe(anArticle().id)
})
