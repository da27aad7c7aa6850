import { describe, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { openWords } from '../report/keeper.ts'
import { testDeps, testKeeper } from '../testing/test-deps.ts'
import { browse, hiddenIn, textOf } from './testing/browse.ts'

const db = await testDatabase()
const { get, post, file, formKey } = browse(db, testDeps(db))

const marta = { nama: 'Marta Bire', telepon: '0812 3456 7890', surel: 'marta@contoh.id' }

async function stored(text: string) {
  const rows = await db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .innerJoin('identity.filing as f', 'f.report_id', 'r.id')
    .selectAll('r')
    .select(['c.text', 'c.reporter_name', 'f.sealed', 'f.phone_index', 'f.account_link'])
    .execute()
  const found = rows.find((row) => openWords(testKeeper, row.id, row, ['text']).text === text)
  if (!found) throw new Error(`nothing says ${text}`)
  return found
}

describe('what a reporter chooses is what is stored', () => {
  test.each([
    ['nothing', {}, { anonymous: false, confidential: false, without_identity: false, shown_name: null }],
    ['open with the name', { tampilkan_nama: '1' }, { anonymous: false, shown_name: 'Marta Bire' }],
    ['anonymous', { terlihat: 'anonim' }, { anonymous: true, confidential: false, reporter_name: null }],
    ['confidential', { terlihat: 'rahasia' }, { anonymous: false, confidential: true, reporter_name: null }],
    ['both at once', { terlihat: 'publik', rahasia_anonim: '1' }, { anonymous: true, confidential: true }],
    [
      'a name to show, but anonymous',
      { terlihat: 'anonim', tampilkan_nama: '1' },
      { anonymous: true, shown_name: null },
    ],
    ['a name to show, but confidential', { terlihat: 'rahasia', tampilkan_nama: '1' }, { shown_name: null }],
    ['a word of somebody else', { terlihat: 'semua' }, { anonymous: false, confidential: false }],
  ])('%s', async (name, chosen, columns) => {
    const text = `Pilihan: ${name}.`
    expect((await file({ cerita: text, ...marta, ...chosen })).status).toBe(303)
    expect(await stored(text)).toMatchObject(columns)
  })

  test('contact details are stored sealed, and never readable', async () => {
    await file({ cerita: 'Kontak tersegel.', ...marta })
    const row = await stored('Kontak tersegel.')
    expect(row.phone_index).toHaveLength(32)
    expect(row.sealed?.toString('latin1')).not.toContain('Marta')
  })
})

describe('without identity', () => {
  test('nothing of who filed is stored, and the times are whole hours', async () => {
    const sent = await file({ cerita: 'Tanpa identitas.', tanpa_identitas: '1' })
    const row = await stored('Tanpa identitas.')
    expect(row).toMatchObject({ without_identity: true, anonymous: true, sealed: null, account_link: null })
    expect(row.filed_at.getTime() % 3_600_000).toBe(0)
    expect(row.id.charAt(14)).toBe('4')
    const receipt = textOf(await (await get(sent.headers.get('location') ?? '')).text())
    expect(receipt).toContain('kunci ini satu-satunya jalan kembali')
  })

  test('is said twice to leave only the key as a way back: before sending, and on the receipt', async () => {
    const check = await post('/lapor', { formulir: await formKey(), cerita: 'Diberi tahu.', tanpa_identitas: '1' })
    expect(textOf(await check.text())).toContain('kunci laporan adalah satu-satunya jalan kembali')
  })

  test('excludes contact details: the form comes back with both, and nothing is filed', async () => {
    const typed = { cerita: 'Bertentangan.', tanpa_identitas: '1', ...marta }
    const answer = await post('/lapor', { formulir: await formKey(), ...typed, langkah: 'kirim' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#f-tanpa_identitas"')
    for (const value of Object.values(marta)) expect(html).toContain(`value="${value}"`)
    await expect(stored('Bertentangan.')).rejects.toThrow()
  })
})

test('no two choices on the form say the same', async () => {
  const html = await (await get('/lapor')).text()
  const said = textOf(html).match(/Isinya hanya dibaca .*?kontak[^.]*\./g) ?? []
  expect(said).toHaveLength(2)
  expect(new Set(said).size).toBe(2)
})

describe('before sending', () => {
  test('an anonymous report is previewed without name and place', async () => {
    const chosen = {
      terlihat: 'anonim',
      lokasi: 'Rumah nomor 7',
      lat: '-10.17718',
      lon: '123.60703',
      tampilkan_nama: '1',
    }
    const check = await post('/lapor', { formulir: await formKey(), cerita: 'Pratinjau.', ...marta, ...chosen })
    const html = await check.text()
    const preview = textOf(html.slice(html.indexOf('class="card"'), html.indexOf('table-frame')))
    expect(preview).toContain('Nama yang tampil Tidak ada')
    expect(preview).not.toContain('Rumah nomor 7')
    expect(preview).not.toContain('-10.17718')
    expect(preview).toContain('Titik kasar')
  })

  test('a confidential one is previewed as nothing at all', async () => {
    const check = await post('/lapor', { formulir: await formKey(), cerita: 'Rahasia.', terlihat: 'rahasia' })
    expect(textOf(await check.text())).toContain('Bagi umum, laporan ini seolah tidak pernah ada.')
  })

  test.each([
    ['without identity', { tanpa_identitas: '1' }, false],
    ['with a telephone alone', { telepon: marta.telepon }, true],
    ['with an e-mail', { surel: marta.surel }, true],
  ])('news is promised only where it can be sent: %s', async (_, typed, promised) => {
    const check = await post('/lapor', { formulir: await formKey(), cerita: 'Kabar.', ...typed })
    expect(textOf(await check.text()).includes('kabar dikirim oleh sistem')).toBe(promised)
  })

  test.each([
    ['Dinkes Kota Kupang', 'kami pahami sebagai Dinas Kesehatan Kota Kupang'],
    ['Wali Kota Kupang', 'kami pahami sebagai kepala Pemerintah Kota Kupang'],
    ['Kominfo', 'belum jelas siapa yang dimaksud'],
  ])('before sending one reads who “%s” is taken for', async (terlapor, words) => {
    const check = await post('/lapor', { formulir: await formKey(), cerita: 'Petugas meminta uang.', terlapor })
    expect(textOf(await check.text())).toContain(`“${terlapor}”: ${words}`)
  })

  test('every field travels along to the sending', async () => {
    const typed = {
      cerita: 'Baris satu\nbaris dua',
      terlapor: 'A\nB',
      lokasi: 'x "y" <z>',
      jenis: 'aspiration',
      ...marta,
    }
    const check = await post('/lapor', { formulir: await formKey(), ...typed })
    expect(hiddenIn(await check.text())).toMatchObject(typed)
  })
})
