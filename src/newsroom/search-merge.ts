import { runSql, type Tx } from '#platform/database/database.ts'

/** So many neighbours of like size become one part. */
const together = 8
/** What a single article's entry may merge at once, so that publishing stays quick; the rest waits for `tidySearch`. */
const quick = 4096

export interface PartSize {
  first: number
  docs: number
}

/** After a part was added: joins it with its neighbours where eight of a size have come together. */
export async function mergeAfter(tx: Tx, added: number): Promise<void> {
  const block = added & ~0xffff
  const parts = await runSql<PartSize>(
    tx,
    'select first, docs from search_part where first between $1 and $2 order by first',
    [block, block + 0xffff],
  )
  for (;;) {
    const size = Math.max(1, parts.at(-1)?.docs ?? 0)
    let like = 0
    let docs = 0
    for (let i = parts.length - 1; i >= 0 && (parts[i] as PartSize).docs < size * together; i--) {
      like++
      docs += (parts[i] as PartSize).docs
    }
    // A big part that comes at once (an import) may merge big ones: it is no longer about publishing.
    if (like < together || docs > Math.max(quick, size * together * 2)) return
    const merged = parts.splice(-like)
    await mergeParts(tx, merged)
    parts.push({ first: (merged[0] as PartSize).first, docs })
  }
}

/** Neighbours become one: since numbers ascend, their bytes are simply joined. */
export async function mergeParts(tx: Tx, parts: PartSize[]): Promise<void> {
  const firsts = parts.map((part) => part.first)
  const first = Math.min(...firsts)
  await runSql(
    tx,
    `with gone as (delete from search_posting where part = any($1::int[]) returning part, term, data)
     insert into search_posting (part, term, data)
     select $2, term, string_agg(data, ''::bytea order by part) from gone group by term order by term`,
    [firsts, first],
  )
  await runSql(
    tx,
    `with gone as (delete from search_part where first = any($1::int[]) returning *)
     insert into search_part (first, docs, words, lengths, published, languages)
     select min(first), sum(docs), sum(words), string_agg(lengths, ''::bytea order by first),
       string_agg(published, ''::bytea order by first),
       array(select distinct language from gone, unnest(languages) language)
     from gone`,
    [firsts],
  )
}
