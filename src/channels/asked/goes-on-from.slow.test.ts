import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { archiveReport } from '../../verification/archive-report.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// What goes on from a report in work, or from an archived one: told to it, or asked about; no second report is made of it in silence.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [hour, day] = [3_600_000, 86_400_000]
let phones = 0
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const count = async () => (await filedReports(db)).length

async function filed(phone: string, words: string) {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
  await world.sms(phone, `KOTKUPANG ${words}`)
  later(hour)
  return world.report()
}

const newPhone = () => `+62812817${String(++phones).padStart(5, '0')}`

/** A street lamp, forwarded thirty hours ago; or archived. */
async function lampOf(how: 'in_work' | 'archived') {
  const phone = newPhone()
  const lamp = await filed(phone, `lampu jalan mati di depan gereja ke-${phones} Oesapa`)
  if (how === 'in_work') await office.forward(lamp.id)
  else {
    const setting = {
      rules: await world.taking.rules(),
      directory: await world.taking.directory(),
      now: world.clock.now,
    }
    const why = { reason: 'no_substance', note: 'Sudah pernah dilaporkan warga lain.' } as const
    await as(db.web, dedi, (tx) => archiveReport(tx, dedi, lamp.id, why, setting))
  }
  await world.work()
  later(how === 'in_work' ? 30 * hour : 3 * hour)
  return { phone, id: lamp.id, before: await count() }
}

async function unexplained() {
  later(day + hour)
  await world.sweep()
  await world.sweep()
}

test.each([
  'lampu masih mati juga',
  'malam ini masih gelap pak',
  'sampai malam ini tetap gelap pak',
  'hari ini tetap gelap pak',
  'sdh 3 hari ga ada yg dtg',
  'sdh 3 hari kok ga ada yg dtg',
  'udh 2 hari ga ada petugas',
  'sudah 5 hari tdk ada yang datang perbaiki',
  'pak kok diam aja',
  'hallo pak kok diam aja',
  'kpn kira2 diperbaiki?',
  'janji nya mana pak',
  'sudah 2 minggu tidak ada perbaikan',
  'lampu di depan gereja masih mati',
  'lampu mati terus',
  'blm ada satupun petugas yg turun',
  'dinas cuma diam saja',
])('of a lamp in work "%s" is told to whoever mends it, and is no second report', async (words) => {
  const { phone, id, before } = await lampOf('in_work')
  await world.sms(phone, words)
  expect(await count()).toBe(before)
  await unexplained()
  expect(await count()).toBe(before)
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
})

test.each([
  'air mati sudah 3 hari',
  'jembatan putus di desa kami',
  'pohon tumbang',
  'sampah menumpuk',
  'di RT 5 Oesapa masih banjir',
  'puskesmas tutup jam 10',
  'guru memukul murid',
  'got mampet di depan gereja',
  'saya mau tanya syarat bikin KTP',
  'minta tong sampah di RT 4 dekat gereja',
])('of somebody whose lamp is in work "%s" is a report of its own', async (words) => {
  const { phone, before } = await lampOf('in_work')
  await world.sms(phone, words)
  await unexplained()
  expect(await count()).toBe(before + 1)
})

test.each(['maksudnya apa', 'maksudnya gmn pak?', 'kok gitu', 'lho kok begitu'])(
  'of an archived report "%s" is told to the desk, which is asked why; it is said how it stands',
  async (words) => {
    const { phone, id, before } = await lampOf('archived')
    const heard = await world.sms(phone, words)
    expect(await count()).toBe(before)
    expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
    expect(heard.join(' ')).toMatch(/arsip/i)
  },
)

test.each(['saya protes', 'protes!', 'saya menolak', 'kbratan pak', 'saya protes keputusan itu'])(
  'of an archived report "%s" is the objection',
  async (words) => {
    const { phone, id, before } = await lampOf('archived')
    await world.sms(phone, words)
    expect([(await lastEvent(db, id))?.move, await count()]).toEqual(['object', before])
  },
)

test.each(['kesehatan warga terganggu limbah pabrik', 'protes warga terhadap tambang di desa kami'])(
  'of somebody whose report was archived "%s" is a report of its own',
  async (words) => {
    const { phone, id, before } = await lampOf('archived')
    await world.sms(phone, words)
    await unexplained()
    expect([(await lastEvent(db, id))?.move, await count()]).toEqual(['archive', before + 1])
  },
)

/** The road and the lamp, both answered. */
async function twoAnswered() {
  const phone = newPhone()
  const ids: string[] = []
  for (const words of [`jalan berlubang di depan SD rt ${phones}`, `lampu jalan mati di Jl Soeharto rt ${phones}`]) {
    const { id } = await filed(phone, words)
    await office.forward(id)
    await office.answer(id, 'Sudah ditangani petugas.')
    await world.work()
    ids.push(id)
  }
  later(2 * hour)
  return { phone, ids, before: await count() }
}

const stages = async (ids: readonly string[]) => {
  const all = await filedReports(db)
  return ids.map((id) => all.find((report) => report.id === id)?.stage)
}

test.each([
  'lampunya sdh nyala mksh',
  'dua-duanya sudah',
  'dua2nya sudah beres',
  'semua sudah pak',
  'cek lampu',
  'cabut yang lampu',
])('of two answers "%s" files nothing and sends neither back to its office', async (words) => {
  const { phone, ids, before } = await twoAnswered()
  await world.sms(phone, words)
  await unexplained()
  expect([await stages(ids), await count()]).toEqual([['answered', 'answered'], before])
})

test('"cek lampu" of two tells how the lamp stands, and of what is in neither it is asked which', async () => {
  const { phone, ids } = await twoAnswered()
  const lamp = (await filedReports(db)).find(({ id }) => id === ids[1])
  expect((await world.sms(phone, 'cek lampu')).join()).toContain(lamp?.tracking_id)
  expect((await world.sms(phone, 'cek bansos')).join()).toMatch(/mana/i)
})
