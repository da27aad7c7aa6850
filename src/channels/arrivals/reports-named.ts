import type { Tx } from '../../report/as.ts'
import type { Door } from '../../report/doors.ts'
import type { Opener } from '../../secrecy/filer.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import { openKept } from '../email/keep-mail.ts'
import { letterSent } from '../email/own-report.ts'
import { readAside } from '../email/read/read-aside.ts'
import { answeredLetter } from '../email/read/tokens.ts'
import { filedBy } from '../sms/own-reports.ts'
import { deskWords } from './desk-words.ts'
import { anyOf, idsIn } from '../../report/ids-in.ts'

/** What the worker needs to see whose a message is. */
export type Naming = { pair: Opener; indexSecret: Uint8Array }

type Arrival = { id: string; door: string; sender_index: Buffer | null; sealed: Buffer | null }

/**
 * The reports that a message is about that could not be taken: those whose number it says and the one whose letter it answers; where it
 * says none, the confidential ones that its sender has open.
 * @returns `isOpened`: whether its words could be read
 */
export async function reportsNamed(
  tx: Tx,
  deps: Naming,
  arrival: Arrival,
): Promise<{ names: string[]; isOpened: boolean }> {
  const said = await saidIn(tx, deps, arrival).catch(() => undefined)
  const ids = idsIn(said?.text ?? '')
  const named =
    ids.length === 0
      ? []
      : await tx.selectFrom('casework.report').select('id').where('tracking_id', '=', anyOf(ids)).execute()
  const letter = said?.letterId ? await letterSent(tx, said.letterId) : undefined
  const names = [...new Set([...named.map(({ id }) => id), ...(letter?.reportId ? [letter.reportId] : [])])]
  const isOpened = said !== undefined
  return { names: names.length > 0 ? names : await hiddenOf(tx, arrival), isOpened }
}

async function saidIn(tx: Tx, { pair, indexSecret }: Naming, { id, door, sealed }: Arrival) {
  if (door !== 'email' || !sealed) return { text: await deskWords(tx, pair, id) }
  const { raw } = await openKept(openUnder(pair, sealed))
  const mail = await readAside(raw)
  return { text: `${mail.subject}\n${mail.text}`, letterId: answeredLetter(mail, indexSecret) }
}

async function hiddenOf(tx: Tx, { door, sender_index }: Arrival): Promise<string[]> {
  if (!sender_index) return []
  const rows = await tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select('r.id')
    .where(filedBy(door as Door), '=', sender_index)
    .where('r.confidential', '=', true)
    .where('r.stage', 'not in', ['closed', 'archived', 'withdrawn'])
    .execute()
  return rows.map(({ id }) => id)
}
