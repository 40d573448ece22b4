import { expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from './database/testing.ts'
import { listenerJob, startDelivery } from './deliver.ts'
import { defineJob, startJobs } from './jobs.ts'
import { openLog } from './log.ts'
import { listenForFacts } from './notices.ts'
import { announce, type Fact } from './outbox.ts'

const database = await testDatabase()
const log = openLog('silent')

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It did not happen within ten seconds.')
}

test('a fact reaches every node after the commit and each listener once', async () => {
  const heard: Fact[] = []
  const done: Fact[] = []
  const listener = {
    name: 'count-facts',
    hears: ['article.published'],
    handle: async (fact: Fact) => void done.push(fact),
  }
  const jobs = await startJobs({ database, log }, [listenerJob(listener)], { work: true })
  const delivery = startDelivery({ database, jobs, log }, [listener])
  const nodes = await Promise.all(
    [1, 2].map(() =>
      listenForFacts(database.connection, {
        onFact(fact) {
          heard.push(fact)
          delivery.nudge()
        },
        onGap() {},
      }),
    ),
  )
  await database.transaction(async (tx) => {
    await announce(
      tx,
      { type: 'article.published', payload: { id: '1' } },
      { type: 'other', payload: {} },
    )
    expect(heard).toEqual([])
  })
  await until(() => heard.length === 4 && done.length === 1)
  expect(done).toEqual([{ type: 'article.published', payload: { id: '1' } }])
  const left = await database.pool.query('select count(*) as count from outbox')
  expect(left.rows[0].count).toBe(0)
  await Promise.all(nodes.map((stop) => stop()))
  await delivery.stop()
  await jobs.stop()
})

test('nothing is told of a transaction that fails', async () => {
  const heard: Fact[] = []
  const stop = await listenForFacts(database.connection, {
    onFact: (fact) => heard.push(fact),
    onGap() {},
  })
  await expect(
    database.transaction(async (tx) => {
      await announce(tx, { type: 'article.published', payload: { id: '2' } })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  await database.transaction((tx) => announce(tx, { type: 'later', payload: {} }))
  await until(() => heard.length > 0)
  expect(heard.map((fact) => fact.type)).toEqual(['later'])
  await stop()
})

test('a fact too large for a notice tells nodes to start afresh', async () => {
  let gaps = 0
  const stop = await listenForFacts(database.connection, {
    onFact() {},
    onGap: () => void (gaps += 1),
  })
  await database.transaction((tx) =>
    announce(tx, { type: 'big', payload: { text: 'x'.repeat(9000) } }),
  )
  await until(() => gaps === 1)
  await stop()
})

test('a broken line to the database is joined again and told as a gap', async () => {
  let gaps = 0
  const heard: Fact[] = []
  const stop = await listenForFacts(database.connection, {
    onFact: (fact) => heard.push(fact),
    onGap: () => void (gaps += 1),
  })
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query ilike 'listen dear_reader_facts%'`,
  )
  await until(() => gaps === 1)
  await database.transaction((tx) => announce(tx, { type: 'after', payload: {} }))
  await until(() => heard.some((fact) => fact.type === 'after'))
  await stop()
})

test('a job that fails is tried again, and one enqueued in a failed transaction never runs', async () => {
  const seen: string[] = []
  const job = {
    name: 'try-again',
    schema: z.object({ name: z.string() }),
    async handle({ name }: { name: string }) {
      seen.push(name)
      if (seen.length === 1) throw new Error('first time')
    },
  }
  const jobs = await startJobs({ database, log }, [defineJob(job)], { work: true })
  await database
    .transaction(async (tx) => {
      await jobs.enqueue(tx, { name: 'try-again', data: { name: 'never' } })
      throw new Error('no')
    })
    .catch(() => {})
  await database.transaction((tx) =>
    jobs.enqueue(tx, { name: 'try-again', data: { name: 'once' } }),
  )
  await until(() => seen.length === 2)
  expect(seen).toEqual(['once', 'once'])
  await jobs.stop()
})
