import { afterAll, expect, test } from 'vitest'
import { apiAs } from '../../casework-api/testing/api-as.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { findPersonalData } from '../../secrecy/personal-data/find-personal-data.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { officerOf } from '../../testing/cast.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// "Nama: …", "NIK: …", "Alamat: …" may be what we asked for, or what a complaint is about: they are no signature.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
let people = 0

async function asked(subject: string) {
  const mailbox = `siti${++people}@rumah.test`
  const from = `Siti Aminah <${mailbox}>`
  await world.mail({
    from,
    subject: `${subject} ${people}`,
    text: `Petugas loket ${people} minta uang untuk KTP saya.`,
  })
  const { id, tracking_id } = await world.report()
  await office.forward(id)
  await office.ask(id, 'Mohon kirim nama, NIK, dan alamat Anda.')
  const letter = (await world.work()).findLast(({ to }) => to === mailbox) as GotLetter
  return { id, tracking_id, letter, from }
}

const data = 'Nama: Siti Aminah\nNIK: 5371010101010001\nAlamat: Jl. Mawar 5 RT 03 RW 02 Oesapa\nNo HP: 081234567890'

test.each([
  `Baik Pak.\n\n${data}`,
  `Baik, terima kasih.\n\n${data}`,
  `Selamat pagi Pak.\n\n${data}\n\nTerima kasih`,
  'Terlampir\n\nSiti Aminah\nNIK 5371010101010001\nJl. Mawar 5',
])('what an office asked for reaches it, and the public reads none of it: %j', async (text) => {
  const { id, tracking_id, letter, from } = await asked('KTP')
  await world.mail({ ...replyTo(letter, ''), from, text })
  expect((await eventsOf(db, id)).at(-1)).toMatchObject({ move: 'complete' })
  const read = (await apiAs(db, { actor: officerOf() }).get(`/reports/${tracking_id}`)).json as Thread
  expect(read.thread.at(-1)?.text).toMatch(/Siti Aminah\nNIK:? 5371010101010001\n(?:Alamat: )?Jl\. Mawar 5/)
  const shown = JSON.stringify((await apiAs(db, {}).get(`/reports/${tracking_id}`)).json)
  expect(shown).not.toMatch(/5371010101010001|Siti|Mawar|081234567890/)
})

type Thread = { thread: { text?: string }[] }

test('of an anonymous report neither the office nor the public reads whose they are', async () => {
  const { tracking_id, letter, from } = await asked('ANONIM pungli')
  await world.mail({ ...replyTo(letter, ''), from, text: `Baik Pak.\n\n${data}` })
  for (const call of [apiAs(db, { actor: officerOf() }), apiAs(db, {})])
    expect(JSON.stringify((await call.get(`/reports/${tracking_id}`)).json)).not.toMatch(
      /5371010101010001|Siti|Mawar|081234567890/,
    )
})

test.each([
  ['Lampu jalan mati, mohon diperbaiki.', 'Nama: Siti Aminah\nAlamat: Jl. Mawar 5 RT 03 RW 02 Oesapa'],
  ['Mohon bantuan KTP saya.', data],
])(
  'a complaint keeps the place and the identity that it is about; before it is published they are marked: %s',
  async (said, about) => {
    await world.mail({
      from: `Siti Aminah <siti${++people}@rumah.test>`,
      subject: `Mohon ${people}`,
      text: `${said}\n\n${about}`,
    })
    const text = await filed()
    expect(text).toBe(`${said}\n\n${about}`)
    const marked = findPersonalData(text).map(({ start, end }) => text.slice(start, end))
    expect(marked).toEqual(expect.arrayContaining(['Siti Aminah', expect.stringContaining('Jl. Mawar 5')]))
    await world.mail({
      from: `Siti Aminah <siti${++people}@rumah.test>`,
      subject: `ANONIM ${people}`,
      text: `${said}\n\n${about}`,
    })
    expect(await filed()).not.toMatch(/5371010101010001|Siti|Mawar|081234567890/)
  },
)

test.each([
  'Pelakunya\nBudi Santoso\n0812-3456-7890',
  'Budi Santoso\nHP: 081299998888',
  'Nama: Budi Santoso\nJabatan: petugas loket\nHP: 081299998888',
])('whom a complaint names below it is not taken for whoever writes: %j', async (named) => {
  const said = `Petugas loket ${++people} meminta uang 100 ribu.`
  await world.mail({ from: `Siti Aminah <siti${people}@rumah.test>`, subject: 'Pungli', text: `${said}\n\n${named}` })
  expect(await filed()).toBe(`${said}\n\n${named}`)
})

test.each([
  'Siti Aminah\n0812-3456-7890',
  'Hormat saya,\n\nSiti Aminah\nJl. Mawar 5\n0812-3456-7890',
  'Nama: Siti Aminah\nHP: 081234567890',
  '-- \nNama: Siti Aminah\nNIK: 5371010101010001\nAlamat: Jl. Mawar 5',
])('a signature of whoever writes still goes: %j', async (signature) => {
  const said = `Got nomor ${++people} di Oebufu mampet sejak Senin.`
  await world.mail({ from: `Siti Aminah <siti${people}@rumah.test>`, subject: 'Got', text: `${said}\n\n${signature}` })
  expect(await filed()).toBe(said)
})

async function filed(): Promise<string> {
  const { tracking_id } = await world.report()
  const { id } = await world.report()
  await office.forward(id)
  return ((await apiAs(db, { actor: officerOf() }).get(`/reports/${tracking_id}`)).json as { text: string }).text
}
