import { senderIndex as indexOf } from '../../accounts/contact.ts'
import { idempotencyHash } from '../../intake/file-report.ts'
import { type PhotoDeps, putAside } from '../../intake/put-aside.ts'
import { system } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import type { Door } from '../../report/doors.ts'
import { idsIn } from '../../report/ids-in.ts'
import { maxPictures } from '../../report/staged-pictures.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import { ownReports } from '../sms/own-reports.ts'
import { oneNumberAtATime } from '../sms/same-said.ts'
import type { TakeDeps } from '../sms/take-sms.ts'
import { answerSaid } from './answer-said.ts'
import type { SaidBody } from './arrived.ts'
import { deskWords } from './desk-words.ts'
import { fileJudged } from './file-judged.ts'
import { sayBack } from './say-back.ts'
import { settle } from './settle.ts'
import type { Shown } from './shown.ts'

export type TakeSaidDeps = TakeDeps & Pick<PhotoDeps, 'uploadsDir'>

/**
 * A door inwards. `fetch`: the bytes of one picture of a body, by what its hook wrote there; undefined where the far side has it no more,
 * or it is above the size that the door allows: it then costs itself alone. What is thrown is tried again with the whole message.
 */
export type DoorIn = { door: Door; fetch?(picture: string): Promise<Uint8Array | undefined> }

/** Takes one arrival of a door whose body is a `SaidBody`, once, in one transaction with its outcome; pictures are fetched before. */
export async function takeSaid(deps: TakeSaidDeps, { door, fetch }: DoorIn, arrivalId: string): Promise<void> {
  const known = await as(deps.db, system, (tx) => readBody(tx, deps, arrivalId))
  if (!known) return
  const idempotencyKey = `${door} ${arrivalId}`
  const shown = await shownIn(deps, known.body, fetch, idempotencyHash(idempotencyKey))
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
  await as(deps.db, system, async (tx) => {
    await oneNumberAtATime(tx, arrivalId)
    const row = await readBody(tx, deps, arrivalId)
    if (!row) return
    const { body, decision, about } = row
    const { keys, pair } = deps
    const acting = { tx, keys, pair, setting, idempotencyKey }
    if (body.unread !== undefined || !body.sender) {
      const done =
        decision === 'judged'
          ? await fileJudged(acting, door, await deskWords(tx, pair, arrivalId))
          : ({ outcome: 'quarantined', reason: 'unread' } as const)
      return settle(tx, [arrivalId], done, setting.now)
    }
    const { sender, text } = body
    const senderIndex = indexOf(keys.indexSecret, door, sender)
    const receivedAt = row.sent_at ?? row.arrived_at
    const named = { ids: idsIn(text), about }
    const own = await ownReports(tx, door, senderIndex, { rules: setting.rules, at: receivedAt }, named)
    const from = { ...acting, ...shown, door, sender, senderIndex, own, heard: text, receivedAt }
    const done = await answerSaid(decision ? { ...from, cameAt: row.arrived_at } : from, text, row)
    await settle(tx, [arrivalId], done, setting.now)
    await sayBack(deps, from, { id: arrivalId, decision }, done)
  })
}

async function readBody(tx: Tx, { pair }: Pick<TakeDeps, 'pair'>, id: string) {
  const row = await tx
    .selectFrom('identity.arrival')
    .select(['sealed', 'arrived_at', 'sent_at', 'decision', 'about', 'asked'])
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.sealed) return undefined
  const body = JSON.parse(openUnder(pair, row.sealed)) as SaidBody & { sender?: string; unread?: string }
  return { ...row, body }
}

async function shownIn(
  deps: TakeSaidDeps,
  { pictures = [], point, place }: SaidBody,
  fetch: DoorIn['fetch'],
  key: Buffer,
): Promise<Shown> {
  let kept = 0
  for (const picture of pictures.slice(0, maxPictures)) {
    const bytes = await fetch?.(picture)
    const file = bytes && { field: '', name: '', bytes: Buffer.from(bytes), cut: null }
    if (file && !(await putAside(deps, key, file))) kept += 1
  }
  return { point, place, lost: pictures.length - kept, ...(kept > 0 ? { attachments: key.toString('hex') } : {}) }
}
