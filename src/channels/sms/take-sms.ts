import { blindIndex } from '../../accounts/contact.ts'
import { queueMessages } from '../../notifications/queue-messages.ts'
import type { TellDeps } from '../../notifications/tell-deps.ts'
import { open } from '../../platform/seal.ts'
import { system } from '../../report/actor.ts'
import { as, become, type Tx } from '../../report/as.ts'
import type { Directory } from '../../agencies/directory.ts'
import type { Setting } from '../../agencies/setting.ts'
import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import { fileReport } from '../../intake/file-report.ts'
import { writeNote } from '../../follow-up/write-note.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { settle } from '../arrivals/settle.ts'
import { type Acted, act } from './act.ts'
import { isSaidEnough, oneNumberAtATime } from './same-said.ts'
import { ownReports } from './own-reports.ts'
import { join, messagesAmong } from './parts/join.ts'
import type { Part } from './parts/part.ts'
import { understand } from './understand/understand.ts'

export type TakeDeps = TellDeps & { keys: IdentityKeys; directory(): Promise<Directory> }

/** A long message waits so long for its missing parts; then it is taken as it is, the gap marked. */
const patienceMs = 10 * 60_000

/** A part that comes later than this after its message is a message of its own: the phone has begun its references anew. */
const lateMs = 24 * 3_600_000

type Row = {
  id: string
  sealed: Buffer
  arrived_at: Date
  sent_at: Date | null
  part_of: Buffer | null
  parts: number | null
  part_at: number | null
}
type Body = { sender: string; part: Part }
type Opened = Row & Body

/**
 * Understands one SMS and does what it asks, once, in one transaction with its outcome. A part of a long message is taken with
 * all others when they are there, or when patience ends (the sweep asks again).
 */
export async function takeSms(deps: TakeDeps, arrivalId: string): Promise<void> {
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const setting = { rules, directory, now: deps.now() }
  await as(deps.db, system, async (tx) => {
    await oneNumberAtATime(tx, arrivalId)
    const first = await readOne(tx, deps, arrivalId)
    if (!first) return
    const earlier = first.part_of ? await earlierReport(tx, first, setting.now) : undefined
    const parts = earlier ? [first] : await partsOf(tx, deps, first, setting.now)
    if (parts === 'wait') return
    const ids = parts.map(({ id }) => id)
    const { sender } = first
    const text = earlier ? first.part.text : join(parts.map(({ part }) => part)).text
    if (!sender) return settle(tx, ids, await fileForADesk(tx, deps, first, text, setting), setting.now)
    const phoneIndex = blindIndex(deps.keys.indexSecret, 'phone', sender)
    const receivedAt = first.sent_at ?? first.arrived_at
    const own = await ownReports(tx, phoneIndex)
    const acting = {
      tx,
      keys: deps.keys,
      setting,
      sender,
      phoneIndex,
      own,
      receivedAt,
      idempotencyKey: `sms ${first.id}`,
    }
    const keywords = directory.agencies.flatMap(({ id, smsKeyword }) =>
      smsKeyword ? [{ word: smsKeyword, agencyId: id }] : [],
    )
    const done: Acted = earlier
      ? await joinLate(tx, earlier, text, setting)
      : await act(acting, saysSomething(text) ? understand(text, keywords, own) : { kind: 'nothing' })
    await settle(tx, ids, done, setting.now)
    await say(tx, deps, { id: first.id, sender, phoneIndex }, done)
  })
}

/** Locked, so that two workers never take one message twice. */
async function readOne(tx: Tx, deps: TakeDeps, id: string): Promise<Opened | undefined> {
  const row = await tx
    .selectFrom('identity.arrival')
    .select(['id', 'sealed', 'arrived_at', 'sent_at', 'part_of', 'part_at', 'parts'])
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && opened(deps, row)
}

function opened({ pair }: TakeDeps, row: Omit<Row, 'sealed'> & { sealed: Buffer | null }): Opened {
  if (!row.sealed) throw new Error('an arrival without words')
  return { ...row, sealed: row.sealed, ...(JSON.parse(open(pair, row.sealed)) as Body) }
}

/** All that has come of this message; `wait` while some is missing and may still come. */
async function partsOf(tx: Tx, deps: TakeDeps, first: Opened, now: Date): Promise<Opened[] | 'wait'> {
  if (!first.part_of) return [first]
  const rows = await tx
    .selectFrom('identity.arrival')
    .select(['id', 'sealed', 'arrived_at', 'sent_at', 'part_of', 'parts', 'part_at'])
    .where('part_of', '=', first.part_of)
    .where('outcome', 'is', null)
    .orderBy('arrived_at')
    .orderBy('id')
    .forUpdate()
    .execute()
  // A phone that begins its references anew may give one to two messages.
  const messages = messagesAmong(rows.map((row) => opened(deps, row)))
  const parts = messages.find((message) => message.some(({ id }) => id === first.id)) ?? [first]
  const places = new Set(parts.map(({ part_at }) => part_at))
  const oldest = Math.min(...parts.map(({ arrived_at }) => arrived_at.getTime()))
  return places.size >= (first.parts ?? 1) || now.getTime() - oldest >= patienceMs ? parts : 'wait'
}

/** What the earlier parts of this message have become already. */
async function earlierReport(tx: Tx, { part_of, part_at, arrived_at }: Opened, now: Date): Promise<string | undefined> {
  const found = await tx
    .selectFrom('identity.arrival')
    .select(['report_id', 'part_at'])
    .where('part_of', '=', part_of)
    .where('report_id', 'is not', null)
    .where('arrived_at', '>', new Date(Math.min(now.getTime(), arrived_at.getTime()) - lateMs))
    .execute()
  // Its place is taken: this begins another message under the same reference.
  return found.some((part) => part.part_at === part_at) ? undefined : (found[0]?.report_id ?? undefined)
}

/** A part that came after its message was taken joins it. */
async function joinLate(tx: Tx, reportId: string, text: string, setting: Setting): Promise<Acted> {
  const actor = { role: 'reporter', reportId } as const
  await become(tx, actor)
  await writeNote(tx, actor, reportId, { text }, setting)
  await become(tx, system)
  return { outcome: 'part', reportId }
}

/** Whoever wrote cannot be answered: the words are a report all the same, for the national desk to look at. */
async function fileForADesk(
  tx: Tx,
  { keys }: TakeDeps,
  { id }: Opened,
  text: string,
  setting: Setting,
): Promise<Acted> {
  if (!saysSomething(text)) return { outcome: 'refused', reason: 'empty' }
  const said = { channel: 'sms', text: cleanText(text), flags: ['no_way_back'] } as const
  const open = { anonymous: true, confidential: false, withoutIdentity: false, showName: false }
  const filed = await fileReport(
    { db: tx, keys, ...setting },
    { ...said, ...open, idempotencyKey: `sms ${id}` },
    setting.now,
  )
  return 'id' in filed
    ? { outcome: 'quarantined', reason: 'no_number', reportId: filed.id }
    : { outcome: 'refused', reason: filed.outcome }
}

async function say(
  tx: Tx,
  { pair, now }: TakeDeps,
  { id, sender, phoneIndex }: { id: string; sender: string; phoneIndex: Buffer },
  { say: said, reportId }: Acted,
) {
  if (!said || (await isSaidEnough(tx, { phoneIndex, template: said.template, reportId }, now()))) return
  const phone = { channel: 'sms', address: sender, phoneIndex } as const
  const to = { person: 'sender', reportId: reportId ?? '', accountId: null, ...phone }
  const message = { to, ...said, dedupe: `answer reporter ${id}`, aboutNoReport: reportId === undefined }
  await queueMessages(tx, pair.publicKey, [message], now())
}
