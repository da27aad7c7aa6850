import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { threadOf } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// Who says thanks, however typed, or a word that tells nothing, files nothing by it and opens nothing again; what comes next is understood by itself.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [minute, day] = [60_000, 86_400_000]
let phones = 0
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

async function inWork() {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
  const phone = `+62812818${String(++phones).padStart(5, '0')}`
  await world.sms(phone, `KOTKUPANG lampu gang ${phones} mati sejak banjir`)
  later(40 * minute)
  const { id } = await world.report()
  await office.forward(id)
  await world.work()
  later(40 * minute)
  return { phone, id }
}

/** @returns what stands in the report since, and how many reports are new, a day after the last of these words */
async function said(phone: string, id: string, ...texts: string[]) {
  const [before, events] = [(await filedReports(db)).length, (await threadOf(db, id)).length]
  for (const text of texts) {
    await world.sms(phone, text)
    later(5 * minute)
  }
  later(day)
  await world.sweep()
  await world.sweep()
  return { told: (await threadOf(db, id)).slice(events), more: (await filedReports(db)).length - before }
}

test.each(['mksih ya min', 'trimakasih byk pak', 'oke ditunggu ya pak', 'amin', 'semoga cepat beres'])(
  'with a report in work "%s" is answered with how it stands, and is no report a day later',
  async (text) => {
    const { phone, id } = await inWork()
    expect(await said(phone, id, text)).toEqual({ told: [], more: 0 })
  },
)

test('what somebody asks after thanks is a note on the report in work', async () => {
  const { phone, id } = await inWork()
  expect(await said(phone, id, 'mksih ya min', 'kpn kira2 diperbaiki?')).toEqual({
    told: ['note: kpn kira2 diperbaiki?'],
    more: 0,
  })
})

test('after a word that tells nothing, what is said of the report in work is a note on it, by itself', async () => {
  const { phone, id } = await inWork()
  const next = 'laporan sy yg lampu tadi tlg diproses cepat'
  const { told, more } = await said(phone, id, 'wkwkwk', next)
  expect(told.toSorted()).toEqual([`note: ${next}`, 'note: wkwkwk'])
  expect(more).toBe(0)
})

test('a word that tells nothing is a note on the report in work a day later; a trouble or a thing is a report', async () => {
  const { phone, id } = await inWork()
  expect(await said(phone, id, 'hehehe')).toEqual({ told: ['note: hehehe'], more: 0 })
  expect(await said(phone, id, 'banjir pak')).toEqual({ told: [], more: 1 })
  expect(await said(phone, id, 'trotoar')).toEqual({ told: [], more: 1 })
})

test('what somebody without a report says, and explains to nobody, is a report as before, unless it is thanks', async () => {
  const before = (await filedReports(db)).length
  await world.sms('+628128189001', 'hehehe')
  await world.sms('+628128189002', 'mksih pak')
  later(day + minute)
  await world.sweep()
  expect(await filedReports(db)).toHaveLength(before + 1)
})

test('a complaint after a word that tells nothing is a report', async () => {
  const { phone, id } = await inWork()
  const { told, more } = await said(phone, id, 'wkwkwk', 'pipa pdam bocor di depan puskesmas Sikumana')
  expect({ told, more }).toEqual({ told: [], more: 1 })
})

test.each(['mksih pak', 'ok ditunggu', 'amin', 'smoga lancar pak'])(
  'after YA "%s" opens nothing again, a day later either',
  async (text) => {
    const { phone, id } = await inWork()
    await office.answer(id, 'Sudah diganti.')
    await world.work()
    await world.sms(phone, 'YA')
    expect(await said(phone, id, text)).toEqual({ told: [], more: 0 })
  },
)

test.each(['mksih byk', 'semoga cepat beres'])(
  'of an answer "%s" is no verdict: it is asked about, and sends nothing back',
  async (text) => {
    const { phone, id } = await inWork()
    await office.answer(id, 'Besok kami ganti.')
    await world.work()
    const { told, more } = await said(phone, id, text)
    expect(told.filter((one) => !one.startsWith('note'))).toEqual([])
    expect(more).toBe(0)
  },
)

test('"mksih pak tp msh mati" of an answer goes back to the office', async () => {
  const { phone, id } = await inWork()
  await office.answer(id, 'Sudah diganti.')
  await world.work()
  expect(await said(phone, id, 'mksih pak tp msh mati')).toEqual({ told: ['reply: mksih pak tp msh mati'], more: 0 })
})
