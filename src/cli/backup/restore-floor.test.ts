import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPublic } from '../../audit/verify-public.ts'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import type { Actor } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { lowerSecrecy, raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { layEmbargo } from '../../secrecy/embargo.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { noteFloor, readFloors } from '../../secrecy/floor-journal.ts'
import { sealPair } from '../../secrecy/keys/seal-pair.ts'
import { nameAccused, settleAccused, type Settled } from '../../secrecy/name-accused.ts'
import { askWhoIsMeant } from '../../secrecy/named-again.ts'
import { aReport, type Made, type Wanted } from '../../testing/a-report.ts'
import { anAccount } from '../../testing/an-account.ts'
import { dedi, marta } from '../../testing/cast.ts'
import { onDuty } from '../../testing/on-duty.ts'
import { redactReport } from '../../verification/redact-report.ts'
import { raiseFloors, type Raised } from './raise-floors.ts'
import { sayRaised } from './say-raised.ts'
import { backedUpInstallation, noteWhatWaits } from './testing/backed-up.ts'

const place = await backedUpInstallation()
const { source, target, from, keys, setting, finds } = place
const { now } = setting
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)
const dinkes = 'kota-kupang-dinkes'
/** The number of the answer among the events: it is filed, forwarded and assigned before. */
const answered = 4
const made = {} as Record<
  | 'hidden'
  | 'shown'
  | 'open'
  | 'named'
  | 'promoted'
  | 'stranger'
  | 'unknown'
  | 'namesake'
  | 'withdrawn'
  | 'closed'
  | 'held'
  | 'erased'
  | 'unpublished'
  | 'merged'
  | 'redacted'
  | 'tidied'
  | 'said'
  | 'saidBefore'
  | 'taken'
  | 'nameless',
  Made
>
let yuli: Actor
let frans: Actor & { accountId: string }
let sari: Actor & { accountId: string }
let raised: Raised

afterAll(() => rmSync(place.folder, { recursive: true }))

const byReporter = <T>({ id }: Made, work: (tx: Tx, actor: Actor) => Promise<T>) =>
  as(source.web, marta(id), (tx) => work(tx, marta(id)))
const hide = (report: Made) =>
  byReporter(report, (tx, by) => raiseSecrecy(tx, by, report.id, { confidential: true }, setting))
const name = (report: Made, whom: string) =>
  byReporter(report, (tx, by) => nameAccused(tx, by, report.id, [whom], setting))
const withdraw = (report: Made) => byReporter(report, (tx, by) => withdrawReport(tx, by, report.id, setting))
const redact = ({ id }: Made) =>
  as(source.web, dedi, (tx) => redactReport(tx, dedi, id, { text: '[disamarkan] meminta uang di loket.' }, setting))
const redactSaid = ({ id }: Made) =>
  as(source.web, dedi, (tx) => redactReport(tx, dedi, id, { out: [answered, 4, 12] }, setting))
const settle = ({ id }: Made, settled: Settled) =>
  as(source.web, dedi, (tx) => settleAccused(tx, dedi, id, 1, settled, setting))
const rowOf = ({ id }: Made) =>
  target.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const copyOf = ({ trackingId }: Made) =>
  target.owner
    .selectFrom('publication.report')
    .select(['stage', 'title'])
    .where('tracking_id', '=', trackingId)
    .executeTakeFirst()
const threadOf = async ({ trackingId }: Made) =>
  (
    await target.owner
      .selectFrom('publication.report')
      .select('thread')
      .where('tracking_id', '=', trackingId)
      .executeTakeFirst()
  )?.thread as { seq: number; text?: string }[] | undefined

beforeAll(async () => {
  await onDuty(source, dedi)
  yuli = await anAccount(source, 'coordinator', 'kota-kupang')
  frans = await anAccount(source, 'coordinator', 'kota-kupang')
  sari = await anAccount(source, 'officer', dinkes)
  await fileAll()
  await place.backUp()
  await liveOn()
  ;({ raised } = await place.restore())
}, 60_000)

async function fileAll() {
  const aReportOf = (wanted: Wanted = {}) => aReport(source, { stage: 'forwarded', keys, ...wanted })
  for (const which of ['hidden', 'shown', 'open', 'named', 'withdrawn', 'merged'] as const)
    made[which] = await aReportOf()
  made.promoted = await aReportOf({ accused: ['kepala Dinas Kesehatan Kota Kupang'] })
  made.stranger = await aReportOf({ stage: 'in_progress' })
  made.unknown = await aReportOf()
  made.namesake = await aReportOf({ stage: 'in_progress' })
  await name(made.namesake, 'Pak Simon Lay')
  await settle(made.namesake, { kind: 'outside' })
  made.closed = await aReportOf({ stage: 'closed' })
  made.held = await aReportOf({ stage: 'received', published: false })
  made.unpublished = await aReport(source, { stage: 'archived', published: false, text: 'Rahasia kecil.', keys })
  made.erased = await aReportOf({ text: 'Uang diminta di loket.', point: { lat: -10.17, lon: 123.6 } })
  await made.merged.move(dedi, { move: 'merge', changes: { merged_into: made.open.id } })
  made.redacted = await aReportOf({ text: 'Yosefina Klobor meminta uang di loket.' })
  made.tidied = await aReportOf({ text: 'Yosefina Klobor meminta uang di loket.' })
  await redact(made.tidied)
  for (const which of ['said', 'saidBefore'] as const)
    made[which] = await aReportOf({ stage: 'answered', answer: 'Ibu Yosefina sudah kami temui.' })
  await redactSaid(made.saidBefore)
  made.taken = await aReportOf({ stage: 'answered', anonymous: true, answer: 'Kios biru di sudut sudah dipindah.' })
  made.nameless = await aReportOf({ stage: 'answered', answer: 'Ibu Marta Bire sudah kami temui.' })
}

/** What happens after the backup, and is written down beside the keys. */
async function liveOn() {
  await hide(made.hidden)
  await hide(made.shown)
  await noteWhatWaits(source, from)
  const back = { confidential: false, confirmed: true } as const
  await byReporter(made.shown, (tx, by) => lowerSecrecy(tx, by, made.shown.id, back, setting))
  await hide(made.named)
  await name(made.named, 'Pemerintah Kota Kupang')
  await name(made.merged, 'Pemerintah Kota Kupang')
  await sql`select identity.appoint_head(${dinkes}, ${frans.accountId}, true, ${now})`.execute(source.owner)
  const stranger = await anAccount(source, 'officer', dinkes)
  await name(made.stranger, 'Pak Budi')
  await settle(made.stranger, { kind: 'person', accountId: stranger.accountId })
  await source.owner.transaction().execute(async (tx) => {
    await sql`select identity.rename(${sari.accountId}, 'Simon Lay')`.execute(tx)
    await askWhoIsMeant(tx, sari.accountId, setting)
  })
  await withdraw(made.withdrawn)
  await made.closed.move(marta(made.closed.id), { move: 'reopen', text: 'Lampu mati lagi.' })
  await withdraw(made.closed)
  await redact(made.redacted)
  await redactSaid(made.said)
  for (const [report, without] of [
    [made.taken, [answered]],
    [made.nameless, []],
  ] as const)
    await byReporter(report, (tx, by) => raiseSecrecy(tx, by, report.id, { anonymous: true, without }, setting))
  const order = { ground: 'child', statute: 'UU 11/2012 Pasal 19', until: days(10) } as const
  await as(source.web, dedi, (tx) => layEmbargo(tx, keys.keeper, made.held.id, order, now))
  await hide(made.erased)
  await withdraw(made.erased)
  await byReporter(made.erased, (tx, by) => askErasure(tx, by, made.erased.id, 'all', now))
  const opener = { ...sealPair({ dataDir: from }), keeper: keys.keeper }
  const worker = { db: source.worker, keys: { dataDir: from }, pair: opener, uploadsDir: from, now: () => now }
  await eraseReport(worker, made.erased.id)
  await byReporter(made.unpublished, (tx, by) => askErasure(tx, by, made.unpublished.id, 'all', now))
  await eraseReport(worker, made.unpublished.id)
  // Settled for an office that was founded after the backup and is not known to it.
  const gone = { position: 1, kind: 'unit', unit: 'kota-kupang-baru' } as const
  const accused = { desk: false, offices: [gone.unit], accounts: [], named: [gone] }
  noteFloor(from, { id: made.unknown.id, anonymous: false, confidential: false, accused })
}

test('what was hidden after the backup is hidden when it is restored, what was shown again is not', async () => {
  expect([await copyOf(made.hidden), (await rowOf(made.hidden)).confidential]).toEqual([undefined, true])
  expect([await copyOf(made.shown), await copyOf(made.open)]).toEqual([
    expect.objectContaining({ stage: 'forwarded' }),
    expect.objectContaining({ stage: 'forwarded' }),
  ])
})

test('whoever was accused after the backup finds nothing after the restore, and somebody else has the report', async () => {
  expect(await rowOf(made.named)).toMatchObject({ agency_id: 'kota-kupang', unit_id: 'kota-kupang-inspektorat' })
  for (const actor of [yuli, frans, sari]) expect(await finds(actor, made.named.id)).toBe(false)
  expect(await finds(dedi, made.named.id)).toBe(true)
  expect(await finds(yuli, made.open.id)).toBe(true)
})

test('the reporter finds them among the accused, with a note where the words were', async () => {
  const { rows } = await sql<{ kind: string; unit_id: string; named: string }>`
    select kind, unit_id, named from casework.accused where report_id = ${made.named.id}`.execute(target.owner)
  expect(rows).toMatchObject([{ kind: 'unit', unit_id: 'kota-kupang' }])
  expect(keys.keeper.open(made.named.id, rows[0]?.named ?? '')).toContain('disebut setelah pencadangan')
})

test('a report that was merged leaves its parent again, whom it accuses being another', async () => {
  expect(await rowOf(made.merged)).toMatchObject({ stage: 'forwarded', merged_into: null })
  expect(await finds(yuli, made.merged.id)).toBe(false)
})

test('whoever came to head an accused office after the backup is locked out after the restore', async () => {
  expect(await finds(yuli, made.promoted.id)).toBe(true)
  expect(await finds(frans, made.promoted.id)).toBe(false)
})

test('a person whom the backup does not know is locked out by their office', async () => {
  expect(await finds(sari, made.stranger.id)).toBe(false)
  expect(await rowOf(made.stranger)).toMatchObject({ accused_unresolved: false, unit_id: null })
})

test('a name that was asked about anew after the backup waits for the desk again, and whoever is called so finds nothing', async () => {
  expect([await finds(sari, made.namesake.id), await finds(dedi, made.namesake.id)]).toEqual([false, true])
  expect(await rowOf(made.namesake)).toMatchObject({ accused_unresolved: true, agency_id: 'kemenpanrb' })
  const { rows } = await sql`
    select position, kind, resolved_at, resolved_by from casework.accused where report_id = ${made.namesake.id}`.execute(
    target.owner,
  )
  expect(rows).toEqual([{ position: 1, kind: null, resolved_at: null, resolved_by: null }])
})

test('an office that the backup does not know: the national desk alone has the report', async () => {
  expect(await rowOf(made.unknown)).toMatchObject({ accused_unresolved: true, agency_id: 'kemenpanrb' })
  expect([await finds(yuli, made.unknown.id), await finds(dedi, made.unknown.id)]).toEqual([false, true])
})

test('what was withdrawn after the backup stays withdrawn; what cannot be withdrawn any more is confidential', async () => {
  expect((await rowOf(made.withdrawn)).stage).toBe('withdrawn')
  expect(await copyOf(made.withdrawn)).toEqual({ stage: 'withdrawn', title: null })
  expect(await rowOf(made.closed)).toMatchObject({ stage: 'closed', confidential: true })
  expect(await copyOf(made.closed)).toBeUndefined()
})

test('an embargo laid after the backup holds again, until the same day', async () => {
  const embargo = target.owner.selectFrom('casework.embargo').select(['until', 'ended_at', 'ground'])
  expect(await embargo.where('report_id', '=', made.held.id).execute()).toEqual([
    { until: days(10), ended_at: null, ground: 'child' },
  ])
})

test('what was erased after the backup is empty in what is restored, and the worker is told to finish', async () => {
  const content = target.owner
    .selectFrom('casework.content')
    .select(['title', 'text', 'original_text', 'reporter_name'])
  const empty = { title: '', text: '', original_text: '', reporter_name: null }
  for (const { id } of [made.erased, made.unpublished])
    expect(await content.where('report_id', '=', id).executeTakeFirst()).toEqual(empty)
  const row = await rowOf(made.erased)
  expect(row).toMatchObject({ stage: 'withdrawn', confidential: true, lat: null, point: null, erased_at: now })
  const { rows } = await sql`
    select from casework.outbox where topic = 'erase' and report_id = ${made.erased.id}`.execute(target.owner)
  expect(rows).toHaveLength(1)
})

test('words that were taken out of what the public reads after the backup do not come back: it is confidential', async () => {
  expect([await copyOf(made.redacted), (await rowOf(made.redacted)).confidential]).toEqual([undefined, true])
  expect([await copyOf(made.tidied), (await rowOf(made.tidied)).confidential]).toEqual([
    expect.objectContaining({ stage: 'forwarded' }),
    false,
  ])
})

test('words that were taken out of an answer after the backup do not come back: it is confidential', async () => {
  expect([await copyOf(made.said), (await rowOf(made.said)).confidential]).toEqual([undefined, true])
  expect((await threadOf(made.saidBefore))?.find(({ seq }) => seq === answered)?.text).toBe(
    'Ibu [disamarkan] sudah kami temui.',
  )
})

test('what its reporter took back after the backup is taken back again', async () => {
  for (const report of [made.taken, made.nameless]) {
    const thread = await threadOf(report)
    expect(thread?.find(({ seq }) => seq === answered)).toMatchObject({ move: 'answer' })
    expect(JSON.stringify(thread)).not.toMatch(/Kios biru|Marta/)
    expect(await rowOf(report)).toMatchObject({ anonymous: true, confidential: false })
  }
})

test('what the public reads after the restore is what was published', async () => {
  const faults: string[] = []
  await verifyPublic(target.owner, ({ trackingId, what }) => faults.push(`${trackingId}: ${what}`))
  expect(faults).toEqual([])
})

test('the restore says how many of each; again it finds nothing left to raise', async () => {
  expect(raised).toEqual({
    hidden: 4,
    accused: 6,
    withdrawn: 2,
    embargoed: 1,
    erased: 2,
    hiddenInstead: 1,
    reworded: 2,
    unresolved: 1,
  })
  const said = sayRaised(raised)
  expect(said).toContain('4 hidden again, 6 whom they accuse is locked out again, 2 withdrawn again')
  expect(said).toMatch(/the worker records it in the ledger when it starts/)
  expect(said).toMatch(/1 could not be withdrawn .* confidential instead/)
  expect(said).toMatch(/2 had words taken out .* until their reporters show them again/)
  expect(said).toMatch(/1 accuse .* the national desk alone has them/)
  const again = await raiseFloors(place.installation)
  expect(Object.values(again).every((count) => count === 0)).toBe(true)
})

test('the journal holds ids and switches, no word of a report and nobody’s name', () => {
  const text = JSON.stringify(readFloors(from))
  expect(text).toContain(frans.accountId)
  for (const word of ['Budi', 'Lampu', 'loket', 'Marta', 'Pasal', 'Yosefina', 'disamarkan'])
    expect(text).not.toContain(word)
})
