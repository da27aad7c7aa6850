import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { textOf } from '../intake/testing/browse.ts'
import { whoSeesSentence } from '../intake/who-sees-words.ts'
import { switchesIn } from '../intake/report-form.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aimOf } from '../secrecy/aim.ts'
import { anAccount } from '../testing/an-account.ts'
import { coordinatorOf, dedi, officerOf } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const address = '/kelola/lapor-langsung'
const dinkes = 'Dinas Kesehatan Kota Kupang'
const keyShape = /[2-9A-Z]{4}(-[2-9A-Z]{4}){4}/
const numberShape = /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/
await onDuty(db, dedi, officerOf(), coordinatorOf())
const sari = deskOf(db, officerOf())

const newForm = async (desk = sari) => fieldsOf(await desk.page(address), address)

/** From the form over the check to what is shown then. */
async function file(fields: Record<string, string>, desk = sari) {
  const check = await desk.post(address, { ...(await newForm(desk)), ...fields, langkah: 'periksa' })
  const checked = await check.text()
  expect([check.status, await filedWith(fields.cerita)]).toEqual([200, undefined])
  const sent = await desk.post(address, { ...fieldsOf(checked, address), langkah: 'kirim' })
  const location = sent.headers.get('location')
  return {
    checked: textOf(checked),
    status: sent.status,
    html: location ? await desk.page(location) : await sent.text(),
  }
}

const filedWith = (text = '') =>
  db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .leftJoin('casework.accused as a', 'a.report_id', 'r.id')
    .select(['r.id', 'r.tracking_id', 'r.channel', 'a.named', 'a.kind', 'a.unit_id'])
    .where('c.original_text', '=', text)
    .executeTakeFirst()

test('before a visitor’s report is sent, one screen says who will see what of exactly this one', async () => {
  for (const choice of [{ terlihat: 'publik' }, { terlihat: 'anonim' }, { terlihat: 'rahasia' }]) {
    const values = { ...choice, instansi: 'Dinas Pekerjaan Umum Kota Kupang', terlapor_pimpinan: '1' }
    const { checked } = await file({ cerita: `Jalan rusak, ${choice.terlihat}.`, ...values })
    const named = ['Kepala Dinas Pekerjaan Umum Kota Kupang']
    const aim = aimOf(await sari.deps.directory(), values.instansi, named)
    expect(checked).toContain(whoSeesSentence('id', switchesIn(values), aim))
    expect(checked).toContain('“Anda” di bawah ini adalah pelapor')
  }
})

test('a visitor names whom it is about at the counter: the office they name, its head, and others in their own words', async () => {
  const fields = { cerita: 'Kepala dinas minta uang.', instansi: 'Pemerintah Kabupaten Luwu', terlapor_instansi: '1' }
  expect(await sari.page(address)).toContain('name="terlapor"')
  await file({ ...fields, terlapor: 'Pak Lurah di sana' })
  const rows = await db.owner
    .selectFrom('casework.accused')
    .select(['named', 'kind'])
    .where('report_id', '=', (await filedWith(fields.cerita))?.id ?? '')
    .orderBy('position')
    .execute()
  expect(rows).toEqual([
    { named: 'Pemerintah Kabupaten Luwu', kind: 'unit' },
    { named: 'Pak Lurah di sana', kind: null },
  ])
})

test('without identity it is said twice at the counter too that the key is the only way back, and it is printed', async () => {
  const fields = { cerita: 'Tanpa nama, pungutan di pasar.', tanpa_identitas: '1' }
  expect(textOf(await sari.page(address))).toContain('Kunci laporan menjadi satu-satunya jalan kembali')
  const { checked, html } = await file(fields)
  expect(checked).toContain('kunci laporan adalah satu-satunya jalan kembali')
  expect(textOf(html)).toMatch(keyShape)
  expect(textOf(html)).toContain('kunci ini satu-satunya jalan kembali')
})

test('the receipt says who has it first: the national desk, or the Ombudsman where the desk itself is accused', async () => {
  const plain = await file({ cerita: 'Lampu mati di loket.', telepon: '081234567890' })
  expect(textOf(plain.html)).toContain('Pertama-tama diterima dan diperiksa Admin nasional')
  const desk = await file({ cerita: 'Laporan saya diabaikan.', terlapor: 'Verifikator KemenPANRB' })
  expect(textOf(desk.html)).toMatch(/Pertama-tama diterima dan diperiksa Ombudsman/)
  expect(textOf(desk.html)).toMatch(keyShape)
})

test('who is meant is not settled yet: the visitor still gets number and key, and nobody at the counter finds the report', async () => {
  const { html } = await file({ cerita: 'Petugas loket kasar.', terlapor: 'petugas loket tiga itu' })
  expect(textOf(html)).toMatch(keyShape)
  const { tracking_id } = (await filedWith('Petugas loket kasar.')) ?? {}
  expect((await sari.get(`/kelola/laporan/${tracking_id}`)).status).toBe(404)
})

test('whoever files a report about their own office does not keep it in sight: no key, no receipt, no page', async () => {
  const fields = {
    cerita: 'Antre enam jam di dinas.',
    instansi: dinkes,
    terlapor_instansi: '1',
    telepon: '081234567890',
  }
  const form = await newForm()
  const { checked } = await file(fields)
  expect(checked).toContain('Bila Anda sendiri atau kantor Anda yang dilaporkan')
  const own = await sari.post(address, { ...form, ...fields, cerita: 'Antre tujuh jam.', langkah: 'kirim' })
  const html = await own.text()
  expect([own.status, own.headers.get('cache-control'), own.headers.get('location')]).toEqual([200, 'no-store', null])
  const { tracking_id = '', channel } = (await filedWith('Antre tujuh jam.')) ?? {}
  expect(channel).toBe('walk_in')
  expect(textOf(html)).toMatch(numberShape)
  expect(textOf(html)).toContain('Pertama-tama diterima dan diperiksa Admin nasional')
  expect(textOf(html)).not.toMatch(keyShape)
  for (const page of [`${address}/${form.formulir}`, `/kelola/laporan/${tracking_id}`])
    expect((await sari.get(page)).status).toBe(404)
})

test('where only the key would lead back and the report is about whoever sits there, nothing is sent and the words stay', async () => {
  const fields = { cerita: 'Dimarahi di dinas.', instansi: dinkes, terlapor_instansi: '1' }
  for (const [more, reason] of [
    [{}, 'Tulis telepon atau surel pelapor'],
    [{ tanpa_identitas: '1' }, 'hanya kunci itu jalan kembali'],
  ] as const) {
    const { status, html } = await file({ ...fields, ...more })
    expect([status, html.includes('Dimarahi di dinas.'), html.includes(reason)]).toEqual([422, true, true])
    expect(await filedWith(fields.cerita)).toBeUndefined()
  }
})

test('whoever heads the accused office from elsewhere gets no key of it either', async () => {
  const head = await anAccount(db, 'officer', 'kab-luwu')
  await sql`select identity.appoint_head('kota-kupang-dinkes', ${head.accountId}, true, now())`.execute(db.owner)
  const desk = deskOf(db, head)
  const fields = { cerita: 'Kepala dinas itu minta uang.', terlapor: `Kepala ${dinkes}` }
  const { html, status } = await file({ ...fields, surel: 'pengunjung@contoh.id' }, desk)
  expect([status, keyShape.test(textOf(html))]).toEqual([200, false])
})

test('"Ubah dulu" brings the form back with every word and nothing sent; what is wrong is said with the words kept', async () => {
  const fields = { cerita: 'Salah tulis.', terlapor: 'Bu Kepala', terlapor_instansi: '1' }
  const wrong = await sari.post(address, { ...(await newForm()), ...fields, langkah: 'periksa' })
  const html = await wrong.text()
  expect(wrong.status).toBe(422)
  for (const words of ['Salah tulis.', 'Bu Kepala', 'Tulis instansinya']) expect(html).toContain(words)
  const back = await sari.post(address, { ...(await newForm()), ...fields, langkah: 'ubah' })
  expect([back.status, (await back.text()).includes('Bu Kepala')]).toEqual([200, true])
  expect(await filedWith('Salah tulis.')).toBeUndefined()
})
