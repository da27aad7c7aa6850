import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { changeSecrecy } from '../casework-api/change-secrecy.ts'
import { writeReports } from '../channels/import/write-reports.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { returnReport } from '../disposition/return-report.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { MoveRefused, ReportNotFound } from '../report/refusals.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, lestari, marta, officerOf } from '../testing/cast.ts'
import { aWednesday, testDeps, testKeys } from '../testing/test-deps.ts'
import { mergeReport } from '../verification/merge-report.ts'

const db = await testDatabase()
const deps = testDeps(db)
const directory = await loadDirectory(db.publicDb)
const later = new Date(aWednesday.getTime() + 5 * 86_400_000)
const setting = { rules: await deps.rules(), directory, now: later }
const handlers = [dedi, coordinatorOf(), officerOf()]

const switchesOf = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['anonymous', 'confidential'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const hidden = { anonymous: true, confidential: true }

/** Whatever this does, in the words of a move that anybody may make: the switches stay. */
async function staysHidden(id: string, work: () => Promise<unknown>, why: RegExp) {
  await expect(work()).rejects.toThrow(why)
  expect(await switchesOf(id)).toEqual(hidden)
}

test('no officer lowers secrecy by the call that may raise it', async () => {
  const { id } = await aReport(db, { stage: 'in_progress', ...hidden })
  for (const actor of handlers) {
    const body = { confidential: false, confirm: true }
    const lowering = as(db.web, actor, (tx) => changeSecrecy(tx, actor, id, body, setting))
    await expect(lowering).rejects.toThrow(MoveRefused)
  }
  const supervising = as(db.web, lestari, (tx) =>
    changeSecrecy(tx, lestari, id, { anonymous: false, confirm: true }, setting),
  )
  await expect(supervising).rejects.toThrow(MoveRefused)
  expect(await switchesOf(id)).toEqual(hidden)
})

test.each(handlers)('no move carries a lower switch with it, whoever makes it: %o', async (actor) => {
  const made = await aReport(db, { stage: 'in_progress', ...hidden })
  for (const changes of [{ confidential: false }, { anonymous: false }]) {
    const note = () => made.move(actor, { move: 'note', text: 'Catatan.', changes })
    await staysHidden(made.id, note, /only the reporter lowers|words/)
  }
})

test('nobody lowers it in the name of the move, nor the reporter of another report', async () => {
  const made = await aReport(db, { stage: 'in_progress', ...hidden })
  const other = await aReport(db)
  const record = (actor: Actor) =>
    as(db.web, actor, (tx) =>
      sql`select casework.record_move(${made.id}, 'lower_secrecy', 'in_progress', ${later}, 'Asia/Jakarta', 'parties', null,
        '{"confirmed": true}', '{"confidential": false}', '{}')`.execute(tx),
    )
  for (const actor of handlers) await staysHidden(made.id, () => record(actor), /only the reporter lowers/)
  await staysHidden(made.id, () => record(marta(other.id)), /no such report/)
})

test('a setting alone lowers nothing, not even for the owner of the tables', async () => {
  const { id } = await aReport(db, { stage: 'forwarded', ...hidden })
  const forged = (role: string) => () =>
    db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('lapor.move', 'lower_secrecy', true), set_config('lapor.role', ${role}, true),
        set_config('lapor.report', ${id}, true)`.execute(tx)
      await sql`update casework.report set anonymous = false where id = ${id}`.execute(tx)
    })
  await staysHidden(id, forged('verifier'), /only the reporter lowers/)
  await staysHidden(id, forged('reporter'), /only the reporter lowers/)
})

test('the reporter lowers it, and only when they confirm it', async () => {
  const { id } = await aReport(db, { stage: 'forwarded', anonymous: true })
  const lower = (confirm?: boolean) =>
    as(db.web, marta(id), (tx) => changeSecrecy(tx, marta(id), id, { anonymous: false, confirm }, setting))
  await expect(lower()).rejects.toThrow('confirm_needed')
  await lower(true)
  expect((await switchesOf(id)).anonymous).toBe(false)
})

test('a transfer through every hand leaves the switches as they were', async () => {
  const { id } = await aReport(db, { ...hidden })
  await as(db.web, dedi, (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang' }, setting))
  const yuli = coordinatorOf()
  const back = { suggestedAgencyId: 'dki-jakarta', note: 'Bukan wewenang kami.' }
  await as(db.web, yuli, (tx) => returnReport(tx, yuli, id, back, setting))
  await as(db.web, dedi, (tx) => forwardReport(tx, dedi, id, { agencyId: 'dki-jakarta' }, setting))
  expect(await switchesOf(id)).toEqual(hidden)
})

test('a merge never joins what is confidential with what is not', async () => {
  const secret = await aReport(db, { stage: 'forwarded', confidential: true })
  const open = await aReport(db, { stage: 'forwarded' })
  for (const [child, parent] of [[secret, open] as const, [open, secret] as const]) {
    const merging = as(db.web, dedi, (tx) => mergeReport(tx, dedi, child.id, { into: parent.id }, setting))
    await expect(merging).rejects.toThrow(/unequal_secrecy/)
    const forced = child.move(dedi, { move: 'merge', changes: { merged_into: parent.id } })
    await expect(forced).rejects.toThrow('equal confidentiality')
  }
})

test('the same row imported again, open this time, does not open what its reporter has hidden since', async () => {
  const row = {
    sourceLayout: 'sp4n',
    sourceId: 'L-1',
    text: 'Lampu jalan mati.',
    anonymous: false,
    confidential: false,
    oddDates: [],
  }
  const write = writeReports({ owner: db.owner, rules: setting.rules, directory, keys: testKeys, now: aWednesday })
  expect(await write([row])).toEqual(['added'])
  const found = await db.owner
    .selectFrom('casework.report')
    .select('id')
    .where('import_id', '=', 'L-1')
    .executeTakeFirstOrThrow()
  await as(db.web, dedi, (tx) => changeSecrecy(tx, dedi, found.id, hidden, setting))
  expect(await write([row])).toEqual(['already'])
  expect(await switchesOf(found.id)).toEqual(hidden)
})

test('nobody gives a report a name to show', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const naming = made.move(dedi, { move: 'note', text: 'x', changes: { shown_name: 'Marta Bire' } })
  await expect(naming).rejects.toThrow('only a filing shows a name')
  await expect(
    as(db.web, marta('00000000-0000-4000-8000-000000000000'), (tx) =>
      changeSecrecy(tx, marta(made.id), made.id, hidden, setting),
    ),
  ).rejects.toThrow(ReportNotFound)
})
