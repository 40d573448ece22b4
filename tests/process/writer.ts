// Run by crash.test.ts: writes tags until it is killed, and says each one's id after its commit.
import pg from 'pg'
import { startPostgres } from '#platform/database/postgres.ts'
import { newId } from '#platform/ids.ts'

const server = await startPostgres({ folder: process.argv[2] ?? '' })
const client = new pg.Client(server.connection)
client.on('error', () => process.exit(1))
await client.connect()
for (;;) {
  const id = newId()
  await client.query('insert into tag (id, slug, title) values ($1, $2, $2)', [id, id])
  process.stdout.write(`${id}\n`)
}
