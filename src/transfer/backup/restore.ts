import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import type { Database } from '#platform/database/database.ts'
import { migrationNames, migrationTable, runMigration } from '#platform/database/migrate.ts'
import { factsChannel } from '#platform/outbox.ts'
import { Problem } from '#platform/problem.ts'
import type { Storage } from '#platform/storage.ts'
import { type BackupEnd, endSchema, type Manifest, manifestSchema, quoted } from './manifest.ts'

/**
 * Brings a backup into an empty paper, in one transaction: it is there whole or the paper is as it
 * was. A backup of an older program is brought up to this one's tables. Throws a Problem when the
 * paper is not empty, or the file is no backup, cut off, or made by a newer program.
 */
export async function restore(
  ground: { database: Database; storage: Storage },
  file: string,
  onProgress: (text: string) => void = () => {},
): Promise<BackupEnd> {
  const client = new pg.Client(ground.database.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseFull(client)
    await client.query('begin')
    const end = await take({ client, storage: ground.storage, file, onProgress })
    // An empty notice tells every running node to forget what it keeps.
    await client.query(`select pg_notify('${factsChannel}', '')`)
    await client.query('commit')
    await client.query('analyze')
    return end
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new Problem(`The backup ${file} cannot be read (${code}): check its name and rights.`)
    // 22P04: a table's rows end in the middle of one.
    if (
      code === '22P04' ||
      code?.startsWith('Z_') ||
      /tar header|Unexpected end/i.test((error as Error).message)
    )
      throw new Problem(`${file} is no whole backup of Dear Reader: nothing was changed.`)
    throw error
  } finally {
    await client.end()
  }
}

async function refuseFull(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'select exists (select 1 from article) or exists (select 1 from media) as full',
  )
  if (rows[0].full)
    throw new Problem(
      'This paper is not empty: restore into a new one (set DATA_DIR to a new folder, or DATABASE_URL to a new database).',
    )
}

async function take(part: {
  client: pg.Client
  storage: Storage
  file: string
  onProgress: (text: string) => void
}): Promise<BackupEnd> {
  const { client, storage, file, onProgress } = part
  const archive = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), archive)
  reading.catch(() => {}) // the loop below meets the same error
  let manifest: Manifest | null = null
  let end: BackupEnd | null = null
  let constraints: string[] = []
  let files = 0
  const rows: Record<string, number> = {}

  for await (const entry of archive) {
    const { name } = entry.header
    if (!manifest) {
      if (name !== 'manifest.json')
        throw new Problem(`${file} is no backup of Dear Reader: nothing was changed.`)
      manifest = readManifest(await text(entry), file)
      constraints = await makeTables(client, manifest)
    } else if (name === 'end.json') end = endSchema.parse(JSON.parse(await text(entry)))
    else if (name.startsWith('files/')) {
      await storage.put(name.slice('files/'.length), Readable.from(entry))
      files += 1
    } else {
      const table = manifest.tables.find((candidate) =>
        name.startsWith(`tables/${candidate.name}/`),
      )
      if (!table) throw new Problem(`${file} holds a table this program does not know (${name}).`)
      onProgress(`table ${table.name}`)
      rows[table.name] = (rows[table.name] ?? 0) + (await fillTable(client, table, entry))
    }
    entry.resume()
  }
  await reading
  if (!manifest || !end)
    throw new Problem(`${file} is cut off: nothing was changed. Use another backup.`)
  for (const [table, count] of Object.entries(end.rows))
    if ((rows[table] ?? 0) !== count || files !== end.files)
      throw new Problem(
        `${file} is damaged (table ${table}): nothing was changed. Use another backup.`,
      )
  await finishTables(client, constraints)
  for (const name of migrationNames().filter((ours) => !manifest.migrations.includes(ours)))
    await runMigration(client, name)
  return end
}

function readManifest(json: string, file: string): Manifest {
  const parsed = manifestSchema.safeParse(JSON.parse(json))
  if (!parsed.success)
    throw new Problem(`${file} is no backup this program can read: nothing was changed.`)
  const unknown = parsed.data.migrations.filter((name) => !migrationNames().includes(name))
  if (unknown.length)
    throw new Problem(`${file} was made by a newer Dear Reader: restore it with that version.`)
  return parsed.data
}

/** Empty tables as they stood when the backup was made, for rows in any order: no foreign key yet, no trigger. */
async function makeTables(client: pg.Client, manifest: Manifest): Promise<string[]> {
  await client.query('drop schema public cascade')
  await client.query('create schema public')
  await client.query('set local search_path to public')
  await client.query(migrationTable)
  for (const name of manifest.migrations) await runMigration(client, name)
  const keys = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { drop } of keys.rows) await client.query(drop)
  for (const { name } of manifest.tables) {
    await client.query(`alter table ${quoted(name)} disable trigger user`)
    await client.query(`delete from ${quoted(name)}`) // what a migration put there is in the backup too
  }
  return keys.rows.map(({ add }) => add)
}

async function fillTable(
  client: pg.Client,
  table: Manifest['tables'][number],
  entry: AsyncIterable<unknown>,
): Promise<number> {
  const columns = table.columns.map(quoted).join(', ')
  const stream = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`))
  await pipeline(Readable.from(entry, { objectMode: false }), stream)
  return stream.rowCount
}

async function finishTables(client: pg.Client, constraints: string[]): Promise<void> {
  for (const constraint of constraints) await client.query(constraint)
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  for (const { name } of tables.rows)
    await client.query(`alter table ${quoted(name)} enable trigger user`)
  await client.query(
    `do $$ declare c record; begin
       for c in select table_name, column_name from information_schema.columns
         where table_schema = 'public' and is_identity = 'YES' loop
         execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
           quote_ident(c.table_name), c.column_name, c.column_name, c.table_name);
       end loop; end $$`,
  )
}

async function text(entry: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of entry) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
