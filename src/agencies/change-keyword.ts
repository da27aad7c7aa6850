import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { isCommandWord } from './command-words.ts'

/** Why a word cannot be an office's alias; `taken` names the office that has it. */
export type KeywordRefused = { why: 'unfit' | 'command' } | { why: 'taken'; by: string }

/** As an alias is kept: letters and digits, upper case, however it was typed. */
export function keywordOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
}

/**
 * One more first word of an SMS that names this office. Twice is once.
 * @param word as `keywordOf` gives it
 * @returns why not, where it cannot be one
 */
export async function addKeywordAlias(tx: Tx, agencyId: string, word: string): Promise<KeywordRefused | undefined> {
  if (!/^(?=.*[A-Z])[A-Z0-9]{3,40}$/.test(word)) return { why: 'unfit' }
  if (isCommandWord(word)) return { why: 'command' }
  const owner = await change(tx, agencyId, word, true)
  return owner === agencyId ? undefined : { why: 'taken', by: owner ?? '' }
}

/** The main keyword stays. Twice is once. */
export async function removeKeywordAlias(tx: Tx, agencyId: string, word: string): Promise<void> {
  await change(tx, agencyId, word, false)
}

async function change(tx: Tx, agencyId: string, word: string, adds: boolean): Promise<string | null> {
  const { rows } = await sql<{
    owner: string | null
  }>`select publication.change_keyword_alias(${agencyId}, ${word}, ${adds}) as owner`.execute(tx)
  return rows[0]?.owner ?? null
}
