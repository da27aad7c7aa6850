import { describe, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aWednesday, testDeps } from '../testing/test-deps.ts'
import { browse, hiddenIn, textOf } from './testing/browse.ts'

const db = await testDatabase()
const deps = testDeps(db)
const { get, post, file, formKey } = browse(db, deps)

const story = 'Lampu jalan di depan Puskesmas Oebobo mati sejak dua minggu lalu.\nMalam hari gelap sekali.'

async function stored(text: string) {
  return db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .innerJoin('identity.filing as f', 'f.report_id', 'r.id')
    .selectAll()
    .where('c.original_text', '=', text)
    .execute()
}

describe('a report on the web', () => {
  test('is filed in three steps: form, check, send; the receipt says ID, key, deadline and what comes next', async () => {
    const sent = await file({ cerita: story, lokasi: 'Jalan El Tari', wilayah: 'kota kupang', nama: 'Marta Bire' })
    expect(sent.status).toBe(303)
    const receipt = await get(sent.headers.get('location') ?? '')
    expect(receipt.status).toBe(200)
    expect(receipt.headers.get('cache-control')).toBe('no-store')
    const words = textOf(await receipt.text())
    const [row] = await stored(story)
    expect(row).toMatchObject({ stage: 'received', channel: 'web', area_code: '53.71', place: 'Jalan El Tari' })
    expect(words.replaceAll('-', '')).toContain(row?.tracking_id)
    expect(words).toMatch(/[2-9A-Z]{4}(-[2-9A-Z]{4}){4}/)
    expect(words).toContain('Selasa 20 Januari 2026 pukul 24.00 WIB')
    expect(words).toContain('Dalam 5 hari kerja')
  })

  test('needs nothing but what happened', async () => {
    expect((await file({ cerita: 'Jalan berlubang.' })).status).toBe(303)
  })

  test('sets no cookie, on no page of the way', async () => {
    const form = await get('/lapor')
    const check = await post('/lapor', { ...hiddenIn(await form.text()), cerita: 'Air mati.' })
    const sent = await post('/lapor', { ...hiddenIn(await check.text()), langkah: 'kirim' })
    for (const page of [form, check, sent]) expect(page.headers.get('set-cookie')).toBeNull()
  })

  test('is English under /en, all the way', async () => {
    const check = await post('/en/lapor', { formulir: await formKey(), cerita: 'The road is broken.' })
    expect(await check.clone().text()).toContain('What the public reads')
    const sent = await post('/en/lapor', { ...hiddenIn(await check.text()), langkah: 'kirim' })
    expect(sent.headers.get('location')).toMatch(/^\/en\/lapor\/tanda-terima\//)
    expect(await (await get(sent.headers.get('location') ?? '')).text()).toContain('Report received')
  })

  test('keeps an office, category and area that are not ours as they were written', async () => {
    const text = 'Kantor tutup terus sejak Senin.'
    await file({
      cerita: text,
      instansi: 'Dinas Antah',
      kategori: 'antah-berantah',
      wilayah: 'Wakanda',
      lokasi: 'Pasar',
    })
    const [row] = await stored(text)
    expect(row).toMatchObject({
      named_agency: 'Dinas Antah',
      named_category: 'antah-berantah',
      area_code: null,
      place: 'Pasar, Wakanda',
    })
  })

  test('knows an office by its name, and whom it is about', async () => {
    const text = 'Petugas meminta uang untuk surat.'
    await file({ cerita: text, instansi: 'kota-kupang', terlapor: 'Kepala loket\n\nPak Budi' })
    const [row] = await stored(text)
    const accused = await db.owner
      .selectFrom('casework.accused')
      .select('named')
      .where('report_id', '=', row?.id ?? '')
      .orderBy('position')
      .execute()
    expect(accused.map((one) => one.named)).toEqual(['Kepala loket', 'Pak Budi'])
  })

  test('an office and its head are picked as the accused with two ticks, and settled at once', async () => {
    const text = 'Kepala kantor meminta uang pelicin.'
    const picked = { instansi: 'Dinas Kesehatan Kota Kupang', terlapor_instansi: '1', terlapor_pimpinan: '1' }
    await file({ cerita: text, ...picked, terlapor: 'Pak Budi' })
    const [row] = await stored(text)
    const accused = await db.owner
      .selectFrom('casework.accused')
      .select(['kind', 'unit_id'])
      .where('report_id', '=', row?.id ?? '')
      .orderBy('position')
      .execute()
    expect(accused).toEqual([
      { kind: 'unit', unit_id: 'kota-kupang-dinkes' },
      { kind: 'head', unit_id: 'kota-kupang-dinkes' },
      { kind: null, unit_id: null },
    ])
  })

  test('an office that is ticked as the accused is the one that the page shows before sending, by whatever name it was found', async () => {
    for (const [instansi, shown, unit_id] of [
      ['Kemenpan-RB', 'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi', 'kemenpanrb'],
      ['Dinas Kesehatan Kupang', 'Dinas Kesehatan Kota Kupang', 'kota-kupang-dinkes'],
    ] as const) {
      const text = `Saya dimintai uang di ${instansi}.`
      const values = { cerita: text, instansi, terlapor_instansi: '1', terlapor_pimpinan: '1' }
      const check = textOf(await (await post('/lapor', { ...values, formulir: await formKey() })).text())
      expect(check).toContain(`kami pahami sebagai ${shown}`)
      expect(check).toContain(`kami pahami sebagai kepala ${shown}`)
      await file(values)
      const rows = await db.owner
        .selectFrom('casework.accused')
        .select(['kind', 'unit_id'])
        .where('report_id', '=', (await stored(text))[0]?.id ?? '')
        .orderBy('position')
        .execute()
      expect(rows).toEqual([
        { kind: 'unit', unit_id },
        { kind: 'head', unit_id },
      ])
    }
  })

  test('a tick that names an office without one is told, and stays', async () => {
    const sent = await file({ cerita: 'Kepalanya sendiri.', terlapor_pimpinan: '1' })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toMatch(/name="terlapor_pimpinan"[^>]* checked|checked[^>]* name="terlapor_pimpinan"/)
  })

  test('can be begun with an address: office, category and words are filled in', async () => {
    const html = await (await get('/lapor?instansi=kota-kupang&kategori=jalan&cerita=Halo%20%3Cb%3E')).text()
    expect(html).toContain('value="kota-kupang"')
    expect(html).toMatch(/<option value="jalan" selected/)
    expect(html).toContain('Halo &lt;b&gt;')
  })
})

describe('one form is one report', () => {
  test('however often it is sent', async () => {
    const fields = { formulir: await formKey(), cerita: 'Dikirim berkali-kali.', langkah: 'kirim' }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post('/lapor', fields)))
    const places = answers.map((answer) => answer.headers.get('location'))
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303, 303])
    expect(new Set(places).size).toBe(1)
    expect(await stored('Dikirim berkali-kali.')).toHaveLength(1)
  })

  test('and other words under the same form say so, offer the receipt, and may become a second report', async () => {
    const fields = { formulir: await formKey(), cerita: 'Kiriman pertama.', langkah: 'kirim' }
    await post('/lapor', fields)
    const changed = await post('/lapor', { ...fields, cerita: 'Kiriman kedua.' })
    const html = await changed.text()
    expect(changed.status).toBe(409)
    expect(html).toContain(`/lapor/tanda-terima/${fields.formulir}`)
    expect(html).toContain('Kiriman kedua.')
    const check = await post('/lapor', { ...hiddenIn(html), langkah: 'periksa' })
    expect((await post('/lapor', { ...hiddenIn(await check.text()), langkah: 'kirim' })).status).toBe(303)
    expect(await stored('Kiriman kedua.')).toHaveLength(1)
  })

  test('and a form key that someone chose is replaced by one of ours', async () => {
    const check = await post('/lapor', { formulir: 'A'.repeat(38), cerita: 'Kunci buatan sendiri.' })
    expect(hiddenIn(await check.text()).formulir).not.toBe('A'.repeat(38))
  })
})

describe('a form that has to be put right', () => {
  test('comes back with every word, and says what is wrong, above and at the field', async () => {
    const typed = {
      lokasi: 'Oebobo',
      nama: 'Marta',
      telepon: '12',
      surel: 'marta',
      lat: '200',
      lon: '1',
      terlihat: 'anonim',
    }
    const answer = await post('/lapor', { formulir: await formKey(), ...typed, cerita: ' \n ' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const value of ['Oebobo', 'Marta', '12', 'marta', '200']) expect(html).toContain(`value="${value}"`)
    expect(html).toMatch(/value="anonim" checked/)
    for (const name of ['cerita', 'telepon', 'surel', 'lat']) {
      expect(html).toContain(`href="#f-${name}"`)
      expect(html).toContain(`id="f-${name}-error"`)
    }
  })

  test('keeps its key, so that the report is still one', async () => {
    const formulir = await formKey()
    expect(hiddenIn(await (await post('/lapor', { formulir })).text()).formulir).toBe(formulir)
  })

  test('may be changed again from the check', async () => {
    const check = await post('/lapor', { formulir: await formKey(), cerita: 'Perlu diubah.', terlihat: 'rahasia' })
    const form = await post('/lapor', { ...hiddenIn(await check.text()), langkah: 'ubah' })
    const html = await form.text()
    expect(form.status).toBe(200)
    expect(html).toContain('Perlu diubah.')
    expect(html).toMatch(/value="rahasia" checked/)
  })
})

describe('the receipt', () => {
  test.each([
    ['', 'Admin nasional memeriksa'],
    ['Admin LAPOR!', 'Ombudsman Republik Indonesia memeriksa'],
  ])('the receipt of a report about “%s” says who has it first', async (terlapor, words) => {
    const formulir = await formKey()
    await post('/lapor', { formulir, cerita: 'Laporan saya dihapus.', terlapor, langkah: 'kirim' })
    expect(textOf(await (await get(`/lapor/tanda-terima/${formulir}`)).text())).toContain(words)
  })

  test('is gone after 24 hours, and says where to go on', async () => {
    let now = aWednesday
    const later = browse(
      db,
      testDeps(db, () => now),
    )
    const place = (await later.file({ cerita: 'Tanda terima sehari.' })).headers.get('location') ?? ''
    now = new Date(aWednesday.getTime() + 23.9 * 3_600_000)
    expect((await later.get(place)).status).toBe(200)
    now = new Date(aWednesday.getTime() + 24.1 * 3_600_000)
    const gone = await later.get(place)
    expect(gone.status).toBe(404)
    expect(await gone.text()).toContain('href="/lacak"')
  })

  test.each(['x', 'A'.repeat(38), '%00', '..%2F..'])('of %j is no receipt', async (nonce) => {
    expect((await get(`/lapor/tanda-terima/${nonce}`)).status).toBe(404)
  })

  test('of a form that was never sent is no receipt', async () => {
    expect((await get(`/lapor/tanda-terima/${await formKey()}`)).status).toBe(404)
  })
})
