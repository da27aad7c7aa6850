import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { apiOf, tokenFor } from './api.ts'
import { phonePhoto } from './photo.ts'
import { hasTextBrowsers, openLynx, readInLynx, readInW3m } from './text-browser.ts'

// A report's life for someone with lynx alone: no scripts, no pictures, no cookies. The offices act through the API.

const { url, dataDir } = inject('product')

if (!hasTextBrowsers) console.warn('Skipped: lynx, w3m and tmux are needed (Debian: apt-get install lynx w3m tmux).')

/** A button as lynx shows it: ([12]→) Lacak. */
const button = (words: string) => new RegExp(`\\(\\[(\\d+)\\][^)]*\\) ${words}`)

describe.skipIf(!hasTextBrowsers)('in text browsers', async () => {
  const folder = mkdtempSync('/tmp/lapor-photo-')
  const lynx = hasTextBrowsers ? await openLynx(`${url}/lapor`) : undefined
  const tokens = { dedi: await tokenFor(dataDir, 'verifikator'), yuli: await tokenFor(dataDir, 'koordinator.kupang') }
  const report = { id: '', key: '' }

  afterAll(() => {
    lynx?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function moved(move: string, body: unknown, token: string) {
    expect((await apiOf(url).post(`/reports/${report.id}/${move}`, body, { token })).status).toBe(200)
  }

  test('a report is written, checked and sent, with a photo and without a name', async () => {
    const photo = join(folder, 'foto.jpg')
    writeFileSync(photo, await phonePhoto())
    await lynx?.until('Apa yang terjadi')
    await lynx?.fill(/harapkan\.\s+\[(\d+)\]/, 'Air ledeng di Oebufu keruh dan berbau besi.')
    await lynx?.fill(/foto kami\s+hapus\.\s+\[(\d+)\]/, photo)
    await lynx?.follow(/\[(\d+)\]\( \) Anonim/)
    await lynx?.until(/\(\*\) Anonim/)
    await lynx?.follow(button('Periksa lalu kirim'))
    await lynx?.until(/Belum terkirim\. Satu tombol lagi/)
    await lynx?.follow(button('Kirim laporan'))
    const receipt = (await lynx?.until('Laporan diterima')) ?? ''
    const [, id = ''] = /\b([0-9A-Z]{3}.[0-9A-Z]{3}.[0-9A-Z]{3})\b/.exec(receipt) ?? []
    const [, key = ''] = /\b((?:[0-9A-Z]{4}.){4}[0-9A-Z]{4})\b/.exec(receipt) ?? []
    Object.assign(report, { id: id.replace(/[^0-9A-Z]/g, ''), key })
    expect(report.id).toHaveLength(9)
    expect(key.length).toBeGreaterThan(20)
  })

  async function openWithKey() {
    await lynx?.go(`${url}/lacak`)
    await lynx?.until('Lacak laporan')
    await lynx?.fill(/Nomor laporan\s+Sembilan[^[]*\[(\d+)\]/, report.id)
    await lynx?.fill(/Kunci laporan[^[]*\[(\d+)\]/, report.key)
    await lynx?.follow(button('Lacak'))
  }

  test('answered, it is opened with ID and key and judged: "belum"', async () => {
    await moved('verification', { agencySlug: 'kota-kupang', title: 'Air ledeng keruh di Oebufu' }, tokens.dedi)
    await moved('answer', { text: 'Pipa induk sudah dibilas Senin malam.', outcome: 'solved' }, tokens.yuli)
    await openWithKey()
    await lynx?.until('Pipa induk sudah dibilas')
    await lynx?.fill(/Apa yang belum selesai\?[^[]*\[(\d+)\]/, 'Sore ini keruh lagi.')
    await lynx?.follow(button('Kirim: belum selesai'))
    await lynx?.until('Sedang diproses')
    expect(readInW3m(`${url}/laporan/${report.id}`)).toContain('Sore ini keruh lagi.')
  })

  test('the second answer is confirmed', async () => {
    await moved('answer', { text: 'Katup yang bocor sudah diganti.', outcome: 'solved' }, tokens.yuli)
    await openWithKey()
    await lynx?.until('Katup yang bocor')
    await lynx?.follow(button('Ya, selesai'))
    await lynx?.until('Selesai, dikonfirmasi')
    const page = readInW3m(`${url}/laporan/${report.id}`)
    for (const seen of ['Selesai, dikonfirmasi pelapor', 'Pipa induk', 'Sore ini keruh lagi', 'Katup yang bocor'])
      expect(page).toContain(seen)
  })

  test.each([
    ['lynx', readInLynx],
    ['w3m', readInW3m],
  ])('%s prints the ribbon as one sentence, and none of the numbers that are drawn', async (_, readIn) => {
    const { items } = (await (await fetch(`${url}/api/v1/reports?status=forwarded`)).json()) as {
      items: { id: string }[]
    }
    const address = `${url}/laporan/${items[0]?.id}`
    const drawn = await (await fetch(address)).text()
    expect(drawn).toContain('class="nth')
    const page = readIn(address)
    expect(page).toMatch(/Giliran [^.]+\.\s+(?:Hari kerja ke-|\d+ hari kerja|Lewat tenggat)/)
    expect(page).not.toMatch(/^\s*\d[\d\s]*$|(?:\bSen|\bSel|\bRab|\bKam|\bJum)\s+\d/m)
    expect(readIn(`${url}/statistik`)).not.toMatch(/1 2 3 4 5 6/)
  })

  test.each([
    ['/', 'Apa yang terjadi?'],
    ['/lapor', 'Siapa yang boleh melihatnya?'],
    ['/lacak', 'Kunci laporan'],
    ['/laporan', 'Laporan warga'],
    ['/instansi', 'Pemerintah Kota Kupang'],
    ['/instansi/kota-kupang', 'KOTKUPANG'],
    ['/statistik', 'Menurut status'],
    ['/masuk', 'Kata sandi'],
  ])('w3m reads %s', (path, seen) => {
    const page = readInW3m(`${url}${path}`)
    expect(page).toContain(seen)
    expect(page).toContain('LAPOR!')
    expect(page).not.toMatch(/undefined|\[object|&[a-z]+;/)
  })
})
