import { readFileSync, statfsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from './platform/command.ts'
import { openPlatform } from './platform/platform.ts'
import { programFolder } from './platform/root.ts'

/** `dear-reader doctor`: opens everything the newspaper needs and says how it is. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor [--json]',
  about: 'Check settings, data folder, database and storage, and say what was found.',
  options: {},
  async run({ config, tell }) {
    const platform = await openPlatform(config, { serve: false })
    try {
      const { pool } = platform.database
      const server = await pool.query(
        `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`,
      )
      const articles = await pool.query(
        'select state, count(*) as count from article group by 1 order by 1',
      )
      const disk = statfsSync(config.dataDir)
      const found = {
        program: JSON.parse(readFileSync(path.join(programFolder, 'package.json'), 'utf8'))
          .version as string,
        node: process.versions.node,
        postgresql: server.rows[0].version as string,
        database: config.databaseUrl ? 'DATABASE_URL' : path.join(config.dataDir, 'postgres'),
        databaseMegabytes: Math.round(server.rows[0].bytes / 1e6),
        freeMegabytes: Math.round((disk.bavail * disk.bsize) / 1e6),
        articles: Object.fromEntries(articles.rows.map((row) => [row.state, row.count])) as Record<
          string,
          number
        >,
      }
      for (const [name, value] of Object.entries(found))
        tell.line(`${name.padEnd(18)} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
      tell.result(found)
      return 0
    } finally {
      await platform.close()
    }
  },
}
