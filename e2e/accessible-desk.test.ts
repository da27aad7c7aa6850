import type { Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { filedSchema } from '../src/intake/api-schemas.ts'
import { apiOf, tokenFor } from './api.ts'
import { launchBrowser } from './browser.ts'
import { openWindow, type Sight } from './sights.ts'
import { reportsInStages } from './stages.ts'

// The console, eight hours a day: lists, reports with their forms, errors, previews, the calendar.

const { url, dataDir } = inject('product')
const browser = await launchBrowser()
afterAll(() => browser.close())

const verifier = await tokenFor(dataDir, 'verifikator')
const coordinator = await tokenFor(dataDir, 'koordinator.kupang')
const known = await reportsInStages(url, { verifier, coordinator })
const desks = {
  dedi: await openWindow(browser, url, 'verifikator'),
  yuli: await openWindow(browser, url, 'koordinator.kupang'),
  lestari: await openWindow(browser, url, 'ombudsman'),
}

/** A report at the desk with one of its forms open and sent empty. */
function refused(id: string, noun: string): Sight {
  return async (page) => {
    await page.goto(`/kelola/laporan/${id}/${noun}`)
    await page.locator(`form[action$="/${noun}"] button[type=submit]`).last().click()
  }
}

/** Filing for a visitor, with whom it is about, before it is sent. */
const checkedAtCounter: Sight = async (page) => {
  await page.goto('/kelola/lapor-langsung')
  await page.locator('[name=cerita]').fill('Petugas meminta uang.')
  await page.getByText('Bila ia menyebut instansi').click()
  await page.locator('[name=terlapor]').fill('Kepala Dinas Kesehatan Kota Kupang')
  await page.locator('button[value=periksa]').click()
  await page.getByText('Belum terkirim').waitFor()
}

function previewOf(id: string) {
  return async (page: Page) => {
    await page.goto(`/kelola/laporan/${id}/penerusan`)
    await page.locator('[name=agency]').fill('Pemerintah Kota Kupang')
    await page.getByRole('button', { name: 'Lihat dulu' }).click()
  }
}

/** Forwarded without a choice: an archive's note names a vehicle, and its reporter objected. */
const undecided: Sight = async (page) => {
  await previewOf(await objectedId())(page)
  await page.locator('button[name=step][value=send]').click()
  await page.getByText('Belum diteruskan').waitFor()
}

async function objectedId(): Promise<string> {
  const { post } = apiOf(url)
  const { id, key } = filedSchema.parse((await post('/reports', { text: 'Mobil dinas parkir di trotoar.' })).json)
  const archival = { reason: 'unclear', note: 'Mobil DH 1234 AB bukan mobil dinas.', sure: true }
  await post(`/reports/${id}/archival`, archival, { token: verifier })
  await post(`/reports/${id}/objection`, { reason: 'Tolong dibaca lagi.' }, { key })
  return id
}

/** The words of an SMS, looked at before they are saved. */
function wordsOf(words: string): Sight {
  return async (page) => {
    await page.goto('/kelola/pemberitahuan/answered')
    await page.getByText('Ubah kata-kata: SMS').click()
    await page.locator('#f-sms-words').fill(words)
    await page.locator('form:has(#f-sms-words) button[type=submit]').click()
  }
}
const wrongWords = wordsOf('Laporan rahasia {siapa}')
const previewedWords = wordsOf('LAPOR! {nomor} ditanggapi[, nilailah sampai {tenggat}].')

const sights: [keyof typeof desks, string, Sight][] = [
  ['dedi', 'the verifier’s desk', '/kelola/verifikasi'],
  ['dedi', 'the archive', '/kelola/verifikasi?rak=archived'],
  ['dedi', 'a search without a result', '/kelola/verifikasi?q=ZZZZZZZZZ'],
  ['dedi', 'a report to verify', `/kelola/laporan/${known.received.id}`],
  ['dedi', 'a report that waits for its reporter', `/kelola/laporan/${known.on_hold.id}`],
  ['dedi', 'verify and forward', `/kelola/laporan/${known.received.id}/penerusan`],
  ['dedi', 'what the public will read', previewOf(known.received.id)],
  ['dedi', 'what was written before, undecided', undecided],
  ['dedi', 'words to take out after publication', `/kelola/laporan/${known.in_progress.id}/penyamaran`],
  ['dedi', 'a hold without a question', refused(known.received.id, 'penundaan')],
  ['dedi', 'archiving without a reason', refused(known.received.id, 'pengarsipan')],
  ['dedi', 'merging', `/kelola/laporan/${known.received.id}/penggabungan`],
  ['dedi', 'the calendar', '/kelola/kalender'],
  ['dedi', 'the ledger of the doors', '/kelola/pintu'],
  ['dedi', 'messages to look at', '/kelola/pintu/perlu-dilihat'],
  ['dedi', 'the table of notifications', '/kelola/pemberitahuan'],
  ['dedi', 'the words of a message', '/kelola/pemberitahuan/answered'],
  ['dedi', 'words that may not be said', wrongWords],
  ['dedi', 'words as they will leave', previewedWords],
  ['dedi', 'messages that were not sent', '/kelola/pemberitahuan/gagal'],
  ['dedi', 'how letters come', '/akun/pemberitahuan'],
  ['dedi', 'openings that wait', '/kelola/pembukaan'],
  ['dedi', 'an opening without a reason', refused(known.in_progress.id, 'pembukaan')],
  ['dedi', 'an embargo without a statute', refused(known.received.id, 'embargo')],
  ['yuli', 'the queue', '/kelola/antrian'],
  ['yuli', 'her own door', '/kelola/verifikasi'],
  ['yuli', 'the history', '/kelola/antrian?rak=ended'],
  ['yuli', 'a report to answer', `/kelola/laporan/${known.forwarded.id}`],
  ['yuli', 'assigning', `/kelola/laporan/${known.in_progress.id}/disposisi`],
  ['yuli', 'an empty answer', refused(known.in_progress.id, 'jawaban')],
  ['yuli', 'an answered report', `/kelola/laporan/${known.answered.id}`],
  ['yuli', 'filing for a visitor', '/kelola/lapor-langsung'],
  ['yuli', 'the check before filing for a visitor', checkedAtCounter],
  ['yuli', 'her office', '/kelola/instansi'],
  ['lestari', 'oversight', '/kelola/pengawasan'],
  ['lestari', 'a public report', `/kelola/laporan/${known.in_progress.id}`],
]

test.each(sights)('%s: %s', async (who, _, sight) => {
  expect(await desks[who].look(sight)).toEqual([])
})
