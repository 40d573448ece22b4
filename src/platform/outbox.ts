import type { Tx } from './database/database.ts'
import { runSql } from './database/database.ts'

/** A fact a room announces: a type such as `article.published`, and ids. */
export interface Fact {
  type: string
  payload: Record<string, unknown>
}

/** The channel on which every node hears of facts the moment they are true. */
export const factsChannel = 'dear_reader_facts'

/**
 * Writes facts in the transaction that makes them true. Every node is told at commit; listeners that
 * must act once get a job each (see deliver.ts). Nothing is told of a transaction that fails.
 */
export async function announce(tx: Tx, ...facts: Fact[]): Promise<void> {
  for (const fact of facts) {
    const payload = JSON.stringify(fact.payload)
    await runSql(
      tx,
      `with written as (insert into outbox (type, payload) values ($1, $2) returning id)
       select pg_notify('${factsChannel}', $3) from written`,
      [fact.type, payload, notice(fact)],
    )
  }
}

/** A notice holds 8,000 bytes at most; one that would not fit is sent empty, which tells nodes to start afresh. */
function notice(fact: Fact): string {
  const text = JSON.stringify(fact)
  return Buffer.byteLength(text) < 7900 ? text : ''
}
