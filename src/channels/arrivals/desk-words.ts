import type { Tx } from '../../report/as.ts'
import type { Keeper } from '../../report/keeper.ts'
import type { Opener } from '../../secrecy/filer.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import { keptText } from '../asked/kept.ts'
import { openKept } from '../email/keep-mail.ts'
import { ownComplaint } from '../email/own-words.ts'
import { readAside } from '../email/read/read-aside.ts'

type Body = { unread?: string; item?: { kind: string; raw?: string }; gz?: string }

/** What a human at the desk reads of a message that became nothing: its words, of whom they are never. '' where it has none. */
export async function deskWords(tx: Tx, pair: Opener, id: string): Promise<string> {
  const row = await tx.selectFrom('identity.arrival').select('sealed').where('id', '=', id).executeTakeFirst()
  if (!row?.sealed) return ''
  const opened = openUnder(pair, row.sealed)
  const { unread, item, gz } = JSON.parse(opened) as Body
  if (gz !== undefined) {
    const { raw, cut } = await openKept(opened)
    const mail = await readAside(raw)
    return [mail.subject, mail.encrypted ? '' : ownComplaint(mail, mail.from, cut)].filter(Boolean).join('\n\n')
  }
  const odd = unread ?? (item?.kind === 'unread' ? item.raw : undefined)
  return odd === undefined ? keptText(tx, pair, { id }) : wordsInside(odd)
}

/** Seals them so that the web process can open them for a verifier; what was kept first stays. */
export async function keepDeskWords(tx: Tx, keeper: Keeper, id: string, words: string) {
  await tx
    .insertInto('identity.arrival_words')
    .values({ arrival_id: id, kept: keeper.sealWords(id, words) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const namesOfWords = /^(text|body|message|msg|content|isi|pesan|sms|full_text)$/i
const deepest = 12

/** Of something that nobody could read as a message only what lies under names of words: the rest may say who wrote. */
export function wordsInside(json: string): string {
  try {
    return [...textsIn(JSON.parse(json), 0)].join('\n').trim()
  } catch {
    return ''
  }
}

function* textsIn(value: unknown, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || depth > deepest) return
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && namesOfWords.test(name)) yield inner
    else yield* textsIn(inner, depth + 1)
  }
}
