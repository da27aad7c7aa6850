import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { openWords } from '../report/keeper.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { bagas, coordinatorOf, dedi, lestari, marta, officerOf } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { askOpening, awaitIdentity, decideOpening, lookThrough } from './break-glass.ts'
import { readLedger, requestsOf, stateOf } from './ledger.ts'

const db = await testDatabase()
const asked = new Date('2026-01-20T03:00:00Z')
const minutes = (n: number) => new Date(asked.getTime() + n * 60_000)
const why = { ground: 'safety', reason: 'Pelapor diancam di kantornya sendiri.' } as const

beforeAll(() => onDuty(db, dedi, lestari, bagas))

const secretReport = () => aReport(db, { stage: 'in_progress', confidential: true, text: 'Pungutan di loket tiga.' })

function ask(actor: Actor, made: Made, what: 'text' | 'identity' = 'text', now = asked) {
  return as(db.web, actor, (tx) => askOpening(tx, testKeeper, made.id, { what, ...why }, now))
}

function decide(actor: Actor, made: Made, n: number, now = minutes(5), decision: 'approved' | 'refused' = 'approved') {
  return as(db.web, actor, (tx) => decideOpening(tx, made.id, n, decision, now))
}

/** What this person reads of the report's words at a moment, looking through whatever is open for them. */
function textAt(actor: Actor, made: Made, now: Date, look = true) {
  return as(db.web, actor, async (tx) => {
    if (look) await lookThrough(tx, made.id, 'text', 'page', now)
    const row = await tx
      .selectFrom('casework.content')
      .select('text')
      .where('report_id', '=', made.id)
      .executeTakeFirst()
    return row && openWords(testKeeper, made.id, row, ['text']).text
  })
}

test.each([dedi, lestari])(
  'what one person asked for and another approved is read for fifteen minutes',
  async (actor) => {
    const made = await secretReport()
    expect(await textAt(actor, made, asked)).toBeUndefined()
    const n = await ask(actor, made)
    expect(await textAt(actor, made, minutes(1))).toBeUndefined()
    expect(await decide(bagas, made, n)).toBe('done')
    expect(await textAt(actor, made, minutes(6))).toBe('Pungutan di loket tiga.')
    expect(await textAt(actor, made, new Date(minutes(20).getTime() - 1))).toBe('Pungutan di loket tiga.')
    expect(await textAt(actor, made, minutes(20))).toBeUndefined()
  },
)

test('nothing is seen without a line that says so, and every look leaves one', async () => {
  const made = await secretReport()
  await decide(lestari, made, await ask(dedi, made))
  expect(await textAt(dedi, made, minutes(6), false)).toBeUndefined()
  await textAt(dedi, made, minutes(6))
  await textAt(dedi, made, minutes(7))
  const [line] = await as(db.web, marta(made.id), (tx) => readLedger(tx, testKeeper, made.id))
  expect(line).toMatchObject({ looks: 2, lastLook: minutes(7), what: 'text', ...why })
  expect(line).toMatchObject({ askedRole: 'verifier', decidedRole: 'supervisor', decidedOffice: 'ombudsman' })
})

test('it is open for whoever asked, and for nobody else: not for the approver, not for a colleague', async () => {
  const made = await secretReport()
  await decide(lestari, made, await ask(dedi, made))
  expect(await textAt(lestari, made, minutes(6))).toBeUndefined()
  expect(await textAt(bagas, made, minutes(6))).toBeUndefined()
})

test('a line of one transaction opens nothing in another', async () => {
  const made = await secretReport()
  await decide(lestari, made, await ask(dedi, made))
  await textAt(dedi, made, minutes(6))
  const { rows } = await sql<{ id: string }>`select max(id) as id from casework.look`.execute(db.owner)
  const seen = await as(db.web, dedi, async (tx) => {
    await sql`select set_config('lapor.look', ${rows[0]?.id}, true)`.execute(tx)
    return tx.selectFrom('casework.content').select('text').where('report_id', '=', made.id).execute()
  })
  expect(seen).toEqual([])
})

test('nobody approves their own request, not even in SQL', async () => {
  const made = await secretReport()
  const n = await ask(dedi, made)
  expect(await decide(dedi, made, n)).toBe('own')
  const forged = sql`update casework.opening set decision = 'approved', decided_by = asked_by, decided_role = asked_role,
    decided_at = ${minutes(1)}, ends_at = ${minutes(16)} where report_id = ${made.id}`
  await expect(forged.execute(db.owner)).rejects.toThrow('violates check constraint')
})

test('what was refused, decided once or left for a day stays so', async () => {
  const made = await secretReport()
  const refused = await ask(dedi, made)
  await decide(lestari, made, refused, minutes(5), 'refused')
  expect(await decide(bagas, made, refused, minutes(6))).toBe('over')
  expect(await textAt(dedi, made, minutes(7))).toBeUndefined()
  const late = await ask(dedi, made)
  expect(late).toBe(2)
  expect(await decide(lestari, made, late, minutes(24 * 60))).toBe('over')
  const ledger = await as(db.web, marta(made.id), (tx) => readLedger(tx, testKeeper, made.id))
  expect(ledger.map((line) => stateOf(line, minutes(24 * 60)))).toEqual(['lapsed', 'refused'])
})

test('the ledger is only ever added to, and its fifteen minutes are never longer', async () => {
  const made = await secretReport()
  await decide(lestari, made, await ask(dedi, made))
  await textAt(dedi, made, minutes(6))
  for (const change of [
    sql`update casework.opening set reason = 'bukan apa apa'`,
    sql`update casework.opening set ground = 'law'`,
    sql`update casework.opening set ends_at = ends_at + interval '1 hour'`,
    sql`delete from casework.opening`,
    sql`delete from casework.look`,
    sql`update casework.look set at = now()`,
  ])
    await expect(change.execute(db.owner)).rejects.toThrow(/only ever added/)
})

test.each([coordinatorOf(), officerOf(), { role: 'citizen', accountId: dedi.accountId } as Actor])(
  'whoever is neither verifier nor supervisor asks for nothing and decides nothing: %o',
  async (actor) => {
    await onDuty(db, coordinatorOf(), officerOf())
    const made = await secretReport()
    const n = await ask(dedi, made)
    await expect(ask(actor, made)).rejects.toThrow(ReportNotFound)
    await expect(decide(actor, made, n)).rejects.toThrow(ReportNotFound)
    expect(await as(db.web, actor, (tx) => readLedger(tx, testKeeper, made.id))).toEqual([])
  },
)

test('an account that was disabled looks at nothing any more', async () => {
  const siti: Actor = { role: 'verifier', accountId: '00000000-0000-4000-8000-000000005171' }
  await onDuty(db, siti)
  const made = await secretReport()
  await decide(lestari, made, await ask(siti, made))
  await sql`update identity.account set disabled_at = ${minutes(5)} where id = ${siti.accountId}`.execute(db.owner)
  expect(await textAt(siti, made, minutes(6))).toBeUndefined()
})

test('a report without identity has nothing to open', async () => {
  const made = await aReport(db, { stage: 'forwarded', withoutIdentity: true })
  await expect(ask(dedi, made, 'identity')).rejects.toThrow(ReportNotFound)
})

test('the reason stands sealed in the database', async () => {
  const made = await secretReport()
  await ask(dedi, made)
  const row = await db.owner
    .selectFrom('casework.opening')
    .selectAll()
    .where('report_id', '=', made.id)
    .executeTakeFirst()
  expect(JSON.stringify(row)).not.toMatch(/diancam/)
  expect(await as(db.web, lestari, (tx) => requestsOf(tx, testKeeper, made.id))).toMatchObject([why])
  const plain = sql`select casework.ask_opening(${made.id}, 'identity', 'law', 'Alasan yang terbaca.', ${Buffer.alloc(32)}, ${asked})`
  await expect(as(db.web, dedi, (tx) => plain.execute(tx))).rejects.toThrow('reason_is_sealed')
})

test('whom a report accuses asks for nothing, decides nothing and sees nothing of it, whatever they are', async () => {
  const made = await secretReport()
  const n = await ask(dedi, made)
  const open = await decide(lestari, made, n)
  expect(open).toBe('done')
  const again = await ask(dedi, made, 'identity')
  await sql`update casework.report set accused_accounts = array[${dedi.accountId}, ${bagas.accountId}]::uuid[]
    where id = ${made.id}`.execute(db.owner)
  expect(await textAt(dedi, made, minutes(6))).toBeUndefined()
  await expect(ask(bagas, made)).rejects.toThrow(ReportNotFound)
  await expect(decide(bagas, made, again)).rejects.toThrow(ReportNotFound)
  expect(await as(db.web, bagas, (tx) => requestsOf(tx, testKeeper, made.id))).toEqual([])
})

test('a box for an identity is asked for only by whoever it was opened for, while it is', async () => {
  const made = await aReport(db, { stage: 'in_progress', anonymous: true })
  const n = await ask(dedi, made, 'identity')
  const await_ = (actor: Actor, now: Date) =>
    as(db.web, actor, (tx) => awaitIdentity(tx, made.id, n, new Uint8Array(32).fill(7), now))
  expect(await await_(dedi, minutes(1))).toBe(false)
  await decide(lestari, made, n)
  expect(await await_(lestari, minutes(6))).toBe(false)
  expect(await await_(dedi, minutes(6))).toBe(true)
  expect(await await_(dedi, minutes(20))).toBe(false)
})
