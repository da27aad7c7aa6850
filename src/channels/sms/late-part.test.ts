import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { filedReports } from './testing/filed-reports.ts'
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
const reportsOf = async (words: string) => (await filedReports(db)).filter(({ text }) => text.includes(words))

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

/** The second part of a message has become a report, and the first one comes five minutes later. */
async function lateFirst(
  from: string,
  [first, second]: readonly [string, string],
  between = async (_id: string) => {},
) {
  await part(from, 2, second)
  await world.work()
  await later(11)
  const { id } = await world.report()
  await between(id)
  await later(5)
  await part(from, 1, first)
  await world.work()
  expect(await notesOn(id)).toHaveLength(1)
  return doorsOf(id)
}

const doorsOf = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['own_door_id', 'meant_for', 'confidential'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const seenAtKupang = async (words: string) => {
  const yuli = { role: 'coordinator', agencyId: 'kota-kupang' } as const
  const ids = (await reportsOf(words)).map(({ id }) => id)
  return as(db.web, yuli, (tx) => tx.selectFrom('casework.report').select('id').where('id', 'in', ids).execute())
}

test('a first part that comes late and names an office brings the report to its door: the coordinator sees it', async () => {
  const said = ['KOTKUPANG jalan rusak berat ', 'di depan pasar Oeba sejak banjir'] as const
  expect(await lateFirst(aPhone(), said)).toMatchObject({ own_door_id: 'kota-kupang', meant_for: null })
  expect(await seenAtKupang('pasar Oeba sejak banjir')).toHaveLength(1)
})

test('also where it asks to be hidden in front; without a keyword the report stays with the desk', async () => {
  const hidden = ['RAHASIA KOTKUPANG lurah meminta ', 'uang untuk surat tanah'] as const
  expect(await lateFirst(aPhone(), hidden)).toMatchObject({ own_door_id: 'kota-kupang', confidential: true })
  const plain = ['Selamat pagi pak, jalan rusak ', 'di belakang terminal Kupang'] as const
  expect(await lateFirst(aPhone(), plain)).toMatchObject({ own_door_id: null })
})

test('an office that the report accuses has it at its door as little as if the message had come in order', async () => {
  const said = ['KOTKUPANG pegawai meminta uang ', 'di loket kependudukan tadi pagi'] as const
  const accused = async (id: string) => {
    await sql`update casework.report set accused_offices = '{kota-kupang}' where id = ${id}`.execute(db.owner)
  }
  expect(await lateFirst(aPhone(), said, accused)).toMatchObject({ own_door_id: null, meant_for: 'kota-kupang' })
  expect(await seenAtKupang('loket kependudukan')).toHaveLength(0)
})

test('an emoji cut between a report and its late part is whole in what joins it', async () => {
  const from = aPhone()
  const [first, second] = ['Jembatan goyang \ud83d', '\ude31 tolong segera'].map((half) =>
    Buffer.from(half, 'utf16le').swap16(),
  )
  const send = (at: number, text: Buffer | undefined) =>
    world.hook({ from, udh: Buffer.from([5, 0, 3, 22, 2, at]), text: text as Buffer, charset: 'UTF-16BE', coding: '2' })
  await send(1, first)
  await world.work()
  await later(11)
  const open = await world.report()
  expect(await reportsOf('Jembatan')).toMatchObject([{ text: 'Jembatan goyang  […bagian hilang…]' }])
  await send(2, second)
  await world.work()
  expect(await notesOn(open.id)).toEqual(['😱 tolong segera'])
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

const outcomesOf = async (reportId: string) => {
  const rows = await db.owner
    .selectFrom('identity.arrival')
    .select(['outcome', 'part_at', 'sealed'])
    .where('report_id', '=', reportId)
    .orderBy('outcome', 'desc')
    .orderBy('part_at')
    .execute()
  return rows.map(({ outcome, part_at, sealed }) => `${outcome} ${part_at}${sealed ? ' sealed' : ''}`)
}

test('a part that its operator repeats under another id is that part again: no second report, no second receipt', async () => {
  const from = aPhone()
  await part(from, 1, 'Pohon besar tumbang menutup ')
  await part(from, 2, 'jalan Timor Raya')
  expect(await world.work()).toHaveLength(1)
  const { id } = await world.report()
  world.clock.now = new Date(world.clock.now.getTime() + 5 * minute)
  await part(from, 1, 'Pohon besar tumbang menutup ', 'repeated')
  expect(await world.work()).toEqual([])
  expect(await later(11)).toEqual([])
  expect(await reportsOf('Pohon besar')).toHaveLength(1)
  expect(await outcomesOf(id)).toEqual(['report 1', 'report 2', 'part 1'])
})

test('when all parts are repeated nothing waits; and a late part still joins beside a repeated one', async () => {
  const from = aPhone()
  const open = await halfAReport(from, 'Atap puskesmas bocor di ')
  await part(from, 1, 'Atap puskesmas bocor di ')
  await part(from, 2, 'ruang bersalin')
  expect(await world.work()).toEqual([])
  expect(await notesOn(open.id)).toEqual(['ruang bersalin'])
  for (const [at, text] of [
    [1, 'Atap puskesmas bocor di '],
    [2, 'ruang bersalin'],
  ] as const)
    await part(from, at, text)
  expect(await world.work()).toEqual([])
  expect(await outcomesOf(open.id)).toEqual(['report 1', 'part 1', 'part 1', 'part 2', 'part 2'])
})

test('a new message that begins with the same words, under the same reference, loses none of them', async () => {
  const from = aPhone()
  await part(from, 1, 'Kepada Bapak Wali Kota: ')
  await part(from, 2, 'trotoar Oebobo pecah')
  await world.work()
  await later(20)
  await part(from, 1, 'Kepada Bapak Wali Kota: ')
  await part(from, 2, 'zebra cross Oebobo pudar')
  await world.work()
  await later(11)
  expect((await reportsOf('Kepada Bapak')).map(({ text }) => text).sort()).toEqual([
    'Kepada Bapak Wali Kota: trotoar Oebobo pecah',
    'Kepada Bapak Wali Kota: zebra cross Oebobo pudar',
  ])
  expect(await db.owner.selectFrom('identity.arrival').select('id').where('outcome', 'is', null).execute()).toEqual([])
})

test('the late part of a message from a name joins its report, and is told to nobody', async () => {
  await part('PLN', 1, 'Kabel listrik putus di ')
  await world.work()
  await later(11)
  const [open] = await reportsOf('Kabel listrik')
  await later(5)
  await part('PLN', 2, 'Kelurahan Liliba')
  expect(await world.work()).toEqual([])
  expect(await notesOn(open?.id ?? '')).toEqual(['Kelurahan Liliba'])
  expect(await outcomesOf(open?.id ?? '')).toEqual(['quarantined 1 sealed', 'part 2'])
  expect(await reportsOf('Liliba')).toEqual([])
})

test('hours later a part from the same name under the same reference is somebody else’s', async () => {
  await part('BRI', 1, 'Mesin ATM menelan kartu di ')
  await world.work()
  await later(11)
  const [open] = await reportsOf('Mesin ATM')
  await later(5 * 60)
  await part('BRI', 2, 'antrean panjang sekali')
  await world.work()
  await later(11)
  expect(await notesOn(open?.id ?? '')).toEqual([])
  expect(await reportsOf('antrean panjang')).toHaveLength(1)
})
