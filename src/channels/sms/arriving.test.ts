import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { openWords } from '../../report/keeper.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import { testKeeper, testKeyPair } from '../../testing/test-deps.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { smsWorld } from './testing/sms-world.ts'

const db = await testDatabase()
const world = await smsWorld(db)

let phones = 0
const aPhone = () => `+62812000${String(++phones).padStart(5, '0')}`

const reportsOf = async (text: string) => {
  const rows = await db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .selectAll('r')
    .select(['c.text'])
    .execute()
  return rows.filter((row) => openWords(testKeeper, row.id, row, ['text']).text?.includes(text))
}
const outcomes = async () => {
  const rows = await db.owner.selectFrom('identity.arrival').select(['outcome', 'reason', 'sealed']).execute()
  return rows
}
const part = (number: number, of: number, at: number) => Buffer.from([5, 0, 3, number, of, at])

test('the same message brought a hundred times, at once and a month later, is one report and one receipt', async () => {
  const from = aPhone()
  const message = { from, id: 'same', text: 'Lampu jalan di Oesapa padam seratus malam' }
  const statuses = await Promise.all(Array.from({ length: 50 }, () => world.hook(message)))
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await world.work()).toHaveLength(1)
  world.clock.now = new Date(world.clock.now.getTime() + 30 * 86_400_000)
  for (let time = 0; time < 50; time++) await world.hook(message)
  expect(await world.work()).toEqual([])
  expect(await reportsOf('seratus malam')).toHaveLength(1)
})

test('without the gateway’s id a message is known by what it says and when the gateway had it', async () => {
  const message = { from: aPhone(), id: '', text: 'Sampah pasar tanpa nomor pesan', time: '2026-01-14 01:00:00' }
  await world.hook(message)
  await world.hook(message)
  await world.work()
  expect(await reportsOf('tanpa nomor pesan')).toHaveLength(1)
})

test('a wrong token is 401 and nothing is kept; a store that is down is 503, never a 2xx', async () => {
  const before = (await outcomes()).length
  expect(await world.hook({ token: 'lapor_salah', from: aPhone(), text: 'Palsu' })).toBe(401)
  expect((await outcomes()).length).toBe(before)
  await db.owner.schema.withSchema('identity').alterTable('arrival').renameTo('arrival_away').execute()
  expect(await world.hook({ from: aPhone(), text: 'Gudang tutup' })).toBe(503)
  await db.owner.schema.withSchema('identity').alterTable('arrival_away').renameTo('arrival').execute()
})

test('parts of a long message, shuffled and doubled, are one report, emoji whole', async () => {
  const from = aPhone()
  const words = `Jalan berlubang panjang ${'sekali '.repeat(20)}😭 mohon diperbaiki`
  const octets = Buffer.from(words, 'utf16le').swap16()
  // 67 units a part cut the emoji in half somewhere; here on purpose.
  const cut = octets.indexOf(Buffer.from('😭', 'utf16le').swap16()) + 2
  const pieces = [octets.subarray(0, 120), octets.subarray(120, cut), octets.subarray(cut)]
  for (const at of [3, 1, 2, 1, 3])
    await world.hook({
      from,
      id: `p${at}`,
      charset: 'UTF-16BE',
      coding: '2',
      ...bytes(part(7, 3, at), pieces[at - 1] as Buffer),
    })
  await world.work()
  expect((await reportsOf('berlubang panjang')).map(({ text }) => text)).toEqual([words])
})

test('two phones with the same reference never mix', async () => {
  const [one, other] = [aPhone(), aPhone()]
  await world.hook({ from: one, ...latin(part(9, 2, 1), 'Pohon tumbang di jalan milik satu ') })
  await world.hook({ from: other, ...latin(part(9, 2, 2), 'dua') })
  expect(await world.work()).toEqual([])
  await world.hook({ from: one, ...latin(part(9, 2, 2), 'orang saja') })
  await world.work()
  expect((await reportsOf('Pohon tumbang')).map(({ text }) => text)).toEqual([
    'Pohon tumbang di jalan milik satu orang saja',
  ])
})

test('two messages of one phone under the same reference lose no word of each other', async () => {
  const from = aPhone()
  for (const [at, text] of [
    [1, 'Atap sekolah bocor di kelas '],
    [1, 'Kursi sekolah kurang di kelas '],
    [2, 'empat'],
    [2, 'enam'],
  ] as const) {
    world.clock.now = new Date(world.clock.now.getTime() + 1_000)
    await world.hook({ from, ...latin(part(13, 2, at), text) })
  }
  await world.work()
  const said = [...(await reportsOf('Atap sekolah')), ...(await reportsOf('Kursi sekolah'))].map(({ text }) => text)
  expect(said).toEqual(['Atap sekolah bocor di kelas empat', 'Kursi sekolah kurang di kelas enam'])
})

test('a part that does not come is marked after ten minutes, and joins when it comes late', async () => {
  const from = aPhone()
  await world.hook({ from, ...latin(part(11, 2, 1), 'Air PDAM mati sejak kemarin lusa di ') })
  expect(await world.work()).toEqual([])
  world.clock.now = new Date(world.clock.now.getTime() + 11 * 60_000)
  await world.sweep()
  const [made] = await reportsOf('Air PDAM')
  expect(made?.text).toContain('[')
  await world.hook({ from, ...latin(part(11, 2, 2), 'Kelurahan Fatululi RT 3') })
  await world.work()
  const note = await lastEvent(db, made?.id ?? '')
  expect(note).toMatchObject({ move: 'note', text: 'Kelurahan Fatululi RT 3' })
  expect(await reportsOf('Fatululi RT 3')).toEqual([])
})

test('a part that comes after its report was withdrawn is told so, and is not asked about for ever', async () => {
  const from = aPhone()
  await world.hook({ from, ...latin(part(12, 2, 1), 'Halte di depan pasar Oeba roboh sejak ') })
  world.clock.now = new Date(world.clock.now.getTime() + 11 * 60_000)
  await world.sweep()
  const [made] = await reportsOf('Halte di depan')
  await world.withdraw(made?.id ?? '')
  await world.hook({ from, ...latin(part(12, 2, 2), 'Senin') })
  expect((await world.work()).filter(({ to }) => to === from).map(({ text }) => text)).toEqual([
    expect.stringContaining('sekarang'),
  ])
  expect((await outcomes()).filter(({ outcome }) => outcome === null)).toEqual([])
})

test('a sender that is no number is a report all the same, flagged for the desk, and never answered', async () => {
  await world.hook({ from: 'TELKOMSEL', text: 'Jembatan gantung putus di Amarasi' })
  expect(await world.work()).toEqual([])
  expect(await reportsOf('Jembatan gantung')).toMatchObject([
    { flags: ['no_way_back'], channel: 'sms', anonymous: true },
  ])
})

test('STOP is silence but for what is asked, and for the receipt of what is filed after it; MULAI ends it', async () => {
  const from = aPhone()
  await world.sms(from, 'Drainase tersumbat di Naikoten sejak hujan')
  expect(await world.sms(from, 'STOP')).toEqual([expect.stringContaining('berhenti mengirim')])
  // A receipt answers what was just sent, on the same channel (domain, section 5): without it they would have no number.
  expect(await world.sms(from, 'Trotoar rusak di depan sekolah Naikoten')).toEqual([
    expect.stringMatching(/^LAPOR! Laporan \w{9} diterima.* Kabar lagi: MULAI$/),
  ])
  expect(await world.sms(from, 'CEK')).toEqual([expect.stringContaining('Menunggu verifikasi')])
  expect(await world.sms(from, 'MULAI')).toHaveLength(1)
  expect(await world.sms(from, 'Pipa bocor di jalan raya Naikoten')).toHaveLength(1)
})

test('RAHASIA before the words files them so; a number never acts on another number’s report', async () => {
  const [from, stranger] = [aPhone(), aPhone()]
  await world.sms(from, 'RAHASIA lurah meminta uang untuk surat pengantar')
  const [made] = await reportsOf('lurah meminta')
  expect(made).toMatchObject({ confidential: true })
  expect(await world.sms(stranger, `BALAS ${made?.tracking_id} saya tahu siapa`)).toEqual([
    expect.stringContaining('tidak kami temukan'),
  ])
})

test('what arrived is received = reports + replies + commands + quarantined + refused, and words are kept nowhere twice', async () => {
  const rows = await outcomes()
  expect(rows.filter(({ outcome }) => outcome === null)).toEqual([])
  const isKept = (outcome: string | null) => outcome === 'quarantined' || outcome === 'asked'
  for (const { outcome, sealed } of rows) if (!isKept(outcome)) expect(sealed).toBeNull()
})

test('words under a name that Kannel does not give them are kept for a human to look at, without what lets the gateway in', async () => {
  const rest = { from: aPhone(), message: 'Jembatan bambu di Oepura hanyut' }
  expect(await world.hook({ ...rest, id: 'misnamed' })).toBe(200)
  expect(await world.hook({ ...rest, id: 'misnamed' })).toBe(200)
  await world.work()
  const kept = await db.owner
    .selectFrom('identity.arrival')
    .select(['sealed', 'outcome', 'reason'])
    .where('outcome', '=', 'quarantined')
    .where('reason', '=', 'unread')
    .execute()
  expect(kept).toHaveLength(1)
  const words = openUnder({ ...testKeyPair, keeper: testKeeper }, kept[0]?.sealed as Buffer)
  expect(words).toContain('Jembatan bambu di Oepura hanyut')
  expect(words).not.toContain('lapor_')
})

function bytes(udh: Buffer, text: Buffer) {
  return { udh, text }
}
function latin(udh: Buffer, text: string) {
  return { ...bytes(udh, Buffer.from(text, 'latin1')), charset: 'ISO-8859-1' }
}
