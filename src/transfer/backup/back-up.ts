import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import { now } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { migrationNames } from '#platform/database/migrate.ts'
import { Problem } from '#platform/problem.ts'
import type { Storage } from '#platform/storage.ts'
import { type BackupEnd, type Manifest, quoted } from './manifest.ts'

/** A table travels in pieces of about this size: tar wants to know the size of an entry beforehand. */
const piece = 4 * 1024 * 1024

/**
 * Writes the whole paper into one file (.tar.gz: every table as text, every file of the storage) while
 * the newspaper runs. The tables are of one moment. The file appears whole or not at all.
 * Queued jobs are not part of it: what they are to do follows from the tables.
 */
export async function backUp(
  ground: { database: Database; storage: Storage },
  file: string,
  onProgress: (text: string) => void = () => {},
): Promise<BackupEnd> {
  const partial = `${file}.part`
  const archive = pack()
  const written = pipeline(
    archive,
    createGzip({ level: 4 }),
    createWriteStream(partial, { mode: 0o600 }),
  )
  try {
    const filled = fill(ground, archive, onProgress).catch((error: Error) => {
      archive.destroy(error)
      throw error
    })
    const [end] = await Promise.all([filled, written])
    const handle = await open(partial, 'r+')
    await handle.sync()
    await handle.close()
    await rename(partial, file)
    return end
  } catch (error) {
    await rm(partial, { force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC')
      throw new Problem(
        `The backup ${file} cannot be written (${code}): choose a folder with room that you may write to.`,
      )
    throw error
  }
}

async function fill(
  ground: { database: Database; storage: Storage },
  archive: Pack,
  onProgress: (text: string) => void,
): Promise<BackupEnd> {
  const client = new pg.Client(ground.database.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const manifest = await describe(client)
    await add(archive, 'manifest.json', JSON.stringify(manifest, null, 2))
    const end: BackupEnd = { rows: {}, files: 0 }
    for (const table of manifest.tables) {
      onProgress(`table ${table.name}`)
      end.rows[table.name] = await addTable({ client, archive, table })
    }
    for await (const key of ground.storage.keys()) {
      const size = await ground.storage.size(key)
      const content = size === null ? null : await ground.storage.get(key)
      if (size === null || !content) continue // removed since it was listed; no row of that moment names it
      end.files += 1
      if (end.files % 100 === 0) onProgress(`${end.files} files`)
      await addStream({ archive, name: `files/${key}`, size, content })
    }
    await add(archive, 'end.json', JSON.stringify(end, null, 2))
    archive.finalize()
    return end
  } finally {
    await client.end()
  }
}

async function describe(client: pg.Client): Promise<Manifest> {
  const result = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by 1 order by 1`,
  )
  return {
    format: 'dear-reader-backup',
    version: 1,
    made: now().toISOString(),
    migrations: migrationNames(),
    tables: result.rows,
  }
}

async function addTable(part: {
  client: pg.Client
  archive: Pack
  table: Manifest['tables'][number]
}): Promise<number> {
  const { client, archive, table } = part
  const columns = table.columns.map(quoted).join(', ')
  const stream = client.query(copyTo(`copy public.${quoted(table.name)} (${columns}) to stdout`))
  let chunks: Buffer[] = []
  let size = 0
  let number = 0
  const flush = async (atEnd: boolean) => {
    const all = Buffer.concat(chunks)
    // Each piece is copied back by itself, so it ends with a row; text format escapes a row's own line ends.
    const cut = atEnd ? all.length : all.lastIndexOf(10) + 1
    chunks = [all.subarray(cut)]
    size = all.length - cut
    if (!cut) return
    number += 1
    const name = `tables/${table.name}/${String(number).padStart(6, '0')}.copy`
    await add(archive, name, all.subarray(0, cut))
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= piece) await flush(false)
  }
  await flush(true)
  return stream.rowCount
}

function add(archive: Pack, name: string, content: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mtime: now() }, content, (error) => (error ? reject(error) : resolve()))
  })
}

async function addStream(file: {
  archive: Pack
  name: string
  size: number
  content: Readable
}): Promise<void> {
  const { archive, name, size, content } = file
  const entry = archive.entry({ name, size, mtime: now() })
  await pipeline(content, entry)
}
