import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, lestari, officerOf } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
await onDuty(db, dedi, coordinatorOf(), officerOf(), lestari)
const phone = '081234567890'
const [named, nameless] = [{ name: 'Marta Bire', phone }, { phone }]

/** What the console says under "Pelapor". */
async function saidOf(actor: Actor, trackingId: string) {
  const page = await deskOf(db, actor).page(`/kelola/laporan/${trackingId}`)
  return /<dt>Pelapor<\/dt><dd[^>]*>(.*?)<\/dd>/s.exec(page)?.[1]
}

const reporterFor = async (actor: Actor, wanted: Wanted) => saidOf(actor, (await aReport(db, wanted)).trackingId)

test.each([
  ['the desk, before routing', dedi, 'received'],
  ['the desk, after routing', dedi, 'in_progress'],
  ['the coordinator', coordinatorOf(), 'in_progress'],
  ['the officer', officerOf(), 'in_progress'],
  ['a supervisor', lestari, 'in_progress'],
] as const)(
  '%s is told that the name of a confidential report is not shown, in the same words whether one was given',
  async (_, actor, stage) => {
    const told = [
      await reporterFor(actor, { stage, confidential: true, contact: named }),
      await reporterFor(actor, { stage, confidential: true, contact: nameless }),
    ]
    expect(told).toEqual(Array(2).fill('Nama tidak ditampilkan: laporan ini rahasia.'))
  },
)

test('a supervisor who may not read a report yet is told that its name is not shown', async () => {
  const { id, trackingId } = await aReport(db, { contact: named })
  const desk = deskOf(db, dedi)
  const order = { ground: 'child', statute: 'UU 11/2012 Pasal 19', until: '2026-02-02' }
  expect((await desk.post(`/kelola/laporan/${trackingId}/embargo`, order)).status).toBe(303)
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now: aWednesday }
  await as(db.web, dedi, (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang' }, setting))
  expect(await saidOf(lestari, trackingId)).toBe('Nama tidak ditampilkan.')
})

test('of an open report an office reads the name, or that there is none', async () => {
  expect(await reporterFor(coordinatorOf(), { stage: 'in_progress', contact: named })).toBe('Marta Bire')
  expect(await reporterFor(coordinatorOf(), { stage: 'in_progress', contact: nameless })).toBe('Tidak ada nama')
})
