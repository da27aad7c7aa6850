import { afterAll, expect, test } from 'vitest'
import { apiAs } from '../../casework-api/testing/api-as.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { officerOf } from '../../testing/cast.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
const from = 'Marta Bire <marta.bire@rumah.test>'

type Call = ReturnType<typeof apiAs>
const lastRead = async (call: Call, trackingId: string) => {
  const { thread } = (await call.get(`/reports/${trackingId}`)).json as { thread: { text?: string }[] }
  return thread.at(-1)?.text
}

/** What office and public read last of a report that was answered, and then replied to. */
async function readOf(subject: string, text: string, reply: string) {
  await world.mail({ from, subject, text })
  const { id, tracking_id } = await world.report()
  await office.forward(id)
  await office.answer(id, 'Sudah kami tangani.')
  const letter = (await world.work()).findLast(({ to }) => to === 'marta.bire@rumah.test') as GotLetter
  await world.mail({ ...replyTo(letter, ''), from, text: reply })
  return {
    office: await lastRead(apiAs(db, { actor: officerOf() }), tracking_id),
    public: await lastRead(apiAs(db, {}), tracking_id),
  }
}

test.each([
  ["Wassalamu'alaikum wr. wb.\n\nMarta Bire", 'Kamis'],
  ['Terima kasih 🙏\nMarta Bire', 'Jumat'],
  ['Marta Bire | Staf Keuangan | PT Sumber Jaya | 0812-3456-7890', 'Sabtu'],
  ['Marta', 'Minggu'],
])('nobody reads how a reply is signed: %j', async (signature, day) => {
  const words = `Belum pak, baru separuh yang ditambal sejak ${day}.`
  const open = await readOf(`Jalan ${day}`, `Jalan di Oebufu rusak sejak ${day}.`, `${words}\n\n${signature}`)
  expect(open).toEqual({ office: words, public: words })
  const hidden = await readOf(`ANONIM pungli ${day}`, `Petugas minta uang ${day}.`, `${words}\n\n${signature}`)
  expect(hidden.office).toBe(words)
})

test('where a name is not signed but said, the office of an anonymous report reads none, and the public of an open one no such reply', async () => {
  const words = 'Belum. Nama saya Marta Bire, mereka kenal saya.\nKemarin masih diminta.'
  const hidden = await readOf('ANONIM pungli loket', 'Petugas loket meminta uang 50 ribu.', words)
  expect(hidden.office).toBe(words.replace('Marta Bire', '[disamarkan]'))
  const open = await readOf('Lampu padam', 'Lampu di Liliba padam sejak Senin.', words)
  expect(open.office).toBe(words)
  expect(open.public).not.toBe(words)
})

test('of a report that is filed anonymously no word tells its sender', async () => {
  const words =
    'Saya Marta Bire, pegawai di sana. Bendahara Bire minta setoran.\n\nTerima kasih 🙏\nMarta Bire\n0812-3456-7890'
  await world.mail({ from, subject: 'ANONIM setoran, dari Marta Bire', text: words })
  const { id, tracking_id } = await world.report()
  await office.forward(id)
  const read = (await apiAs(db, { actor: officerOf() }).get(`/reports/${tracking_id}`)).json as {
    title: string
    text: string
  }
  expect(read.text).toBe('Saya [disamarkan], pegawai di sana. Bendahara Bire minta setoran.')
  expect(read.title).not.toMatch(/marta|bire/i)
})
