import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { openWords } from '../../report/keeper.ts'
import { testKeeper } from '../../testing/test-deps.ts'
import { smsWorld } from './testing/sms-world.ts'

// Phones give one reference again: to which message does a late part belong?

const db = await testDatabase()
const world = await smsWorld(db)
const minute = 60_000

let phones = 0
const aPhone = () => `+62812333${String(++phones).padStart(5, '0')}`

/** A part of two, under the one reference that this phone knows. */
const part = (from: string, at: number, text: string, id?: string) =>
  world.hook({
    from,
    udh: Buffer.from([5, 0, 3, 21, 2, at]),
    text: Buffer.from(text, 'latin1'),
    charset: 'ISO-8859-1',
    ...(id ? { id } : {}),
  })

async function later(minutes: number) {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * minute)
  return world.sweep()
}

/** A message whose second part has not come within ten minutes: filed with a gap. */
async function halfAReport(from: string, text: string) {
  await part(from, 1, text)
  await world.work()
  await later(11)
  return world.report()
}

const notesOn = async (reportId: string) => {
  const rows = await db.owner
    .selectFrom('casework.event')
    .select('text')
    .where('report_id', '=', reportId)
    .where('move', '=', 'note')
    .execute()
  return rows.map(({ text }) => text)
}
const reportsOf = async (text: string) => {
  const rows = await db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .selectAll('r')
    .select('c.text')
    .execute()
  return rows
    .map((row) => ({ ...row, text: openWords(testKeeper, row.id, row, ['text']).text ?? '' }))
    .filter((row) => row.text.includes(text))
}

test('five hours later the second part of a RAHASIA message under the same reference is no note on the open report', async () => {
  const from = aPhone()
  const open = await halfAReport(from, 'Lampu jalan padam di depan ')
  await later(5 * 60)
  await part(from, 2, 'meminta uang di ruang tiga')
  expect(await world.work()).toEqual([])
  await part(from, 1, 'RAHASIA kepala dinas ')
  await world.work()
  expect(await notesOn(open.id)).toEqual([])
  expect(await reportsOf('meminta uang')).toMatchObject([
    { confidential: true, text: 'kepala dinas meminta uang di ruang tiga' },
  ])
})

test('within the hour a second part that comes with a new first part is of the new message', async () => {
  const from = aPhone()
  const open = await halfAReport(from, 'Sampah menumpuk di belakang ')
  await later(20)
  await part(from, 1, 'RAHASIA guru ')
  await part(from, 2, 'memungut biaya ujian')
  await world.work()
  expect(await notesOn(open.id)).toEqual([])
  expect(await reportsOf('memungut biaya')).toMatchObject([{ confidential: true }])
})

test('also when the worker looks at the second part before the first', async () => {
  const from = aPhone()
  const open = await halfAReport(from, 'Got mampet di samping ')
  await later(20)
  await part(from, 2, 'menjual seragam wajib')
  await part(from, 1, 'RAHASIA komite ')
  await world.work()
  expect(await notesOn(open.id)).toEqual([])
  expect(await reportsOf('menjual seragam')).toMatchObject([{ confidential: true }])
})

test('a part that comes half an hour late joins its report', async () => {
  const from = aPhone()
  const open = await halfAReport(from, 'Pagar pasar roboh di ')
  await later(20)
  await part(from, 2, 'Kelurahan Airnona')
  await world.work()
  expect(await notesOn(open.id)).toEqual(['Kelurahan Airnona'])
})

test('the late part of a RAHASIA report joins it for a day: alone it would be open', async () => {
  const from = aPhone()
  const hidden = await halfAReport(from, 'RAHASIA camat menjual ')
  await later(5 * 60)
  await part(from, 2, 'beras bantuan')
  await world.work()
  await later(11)
  expect(await reportsOf('beras bantuan')).toEqual([])
  expect(await world.report()).toMatchObject({ id: hidden.id, confidential: true })
})
