import { expect, test } from 'vitest'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { moveCalls } from '../casework-api/move-operations.ts'
import { tell } from '../notifications/tell.ts'
import { tellDeps } from '../notifications/testing/post-office.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import type { Stage } from '../report/lifecycle.ts'
import { moveReport } from '../report/move.ts'
import { askErasure } from '../secrecy/ask-erasure.ts'
import { raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { eraseReport } from '../secrecy/erase-report.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta, officerOf } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testKeys, testOpener } from '../testing/test-deps.ts'
import { actions } from './actions/index.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
let clock = aWednesday
const sari = deskOf(db, officerOf(), () => clock)
const sariByApi = apiAs(db, { actor: officerOf() }, sari.deps)
const contact = { name: 'Marsetyo Klobor', phone: '0812-3456-7890', email: 'mklobor@contoh.id' }

const { config, uploadsDir, now } = sari.deps
const eraser = { db: db.worker, keys: config, pair: testOpener, uploadsDir, now }

const stopped = 'Belum dikirim. Ada yang tampak seperti'
const wait = 'Belum dikirim. Terlalu sering'

async function aHiddenReport(wanted: Wanted = {}) {
  return aReport(db, { stage: 'in_progress', anonymous: true, contact, ...wanted })
}

async function seqOf(id: string) {
  const row = await db.owner
    .selectFrom('casework.report')
    .select('last_seq')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return String(row.last_seq)
}

async function say(
  report: { id: string; trackingId: string },
  text: string,
  noun = 'perkembangan',
  desk = sari,
  more: Record<string, string> = {},
) {
  const fields = { seenSeq: await seqOf(report.id), text, outcome: 'explained', reason: 'unclear', ...more }
  const told = await desk.post(`/kelola/laporan/${report.trackingId}/${noun}`, fields)
  return { status: told.status, page: await told.text() }
}

/** What the form that came back says it was asked about. */
function seenIn({ page }: { page: string }) {
  return /name="dibaca" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

test.each([
  'Kami sudah menemui marsetyo kemarin.',
  'Terima kasih, m4rs3ty0 kl0b0r.',
  'kepada Marsetijo',
  'M a r s e t y o . K l o b o r',
  'hubungi +62 (812) 3456.7890',
  'akun mklobor',
])('"%s" does not leave for an anonymous reporter called Marsetyo Klobor', async (text) => {
  const report = await aHiddenReport()
  const told = await say(report, text)
  expect(told.status).toBe(422)
  expect(told.page).toContain(stopped)
  expect((await say(report, 'Petugas sudah memeriksa ke lokasi.')).status).toBe(303)
})

test('a right guess and a wrong one are told the same, at the form and at the API', async () => {
  const report = await aHiddenReport()
  const right = await say(report, 'Sdr. Marsetyo, pipa sudah diganti.')
  const wrong = await say(report, 'Sdr. Fransisku, pipa sudah diganti.')
  expect([right.status, wrong.status]).toEqual([422, 422])
  const plain = (page: string) => page.replaceAll(/Marsetyo|Fransisku/g, 'X').replaceAll(/value="[\w-]{20,}"/g, '')
  expect(plain(wrong.page)).toBe(plain(right.page))
  const path = `/reports/${report.trackingId}/progress`
  const one = await sariByApi.post(path, { text: 'Sdr. Marsetyo, pipa sudah diganti.' })
  const other = await sariByApi.post(path, { text: 'Sdr. Fransisku, pipa sudah diganti.' })
  expect(one).toMatchObject({ status: 422, json: { code: 'names_somebody' } })
  expect(other).toEqual(one)
})

test.each([
  'Yth. Indah, laporan Anda sudah kami tindak lanjuti.',
  'Kepada Saudara/i Indah, selokan sudah dibersihkan.',
  'Terima kasih Indah atas laporannya.',
  'Laporan pelapor Indah sudah selesai.',
])('a name that is also a word does not leave in "%s", and a wrong guess is told the same', async (text) => {
  const report = await aHiddenReport({ contact: { name: 'Indah Permatasari' } })
  const told = [await say(report, text), await say(report, text.replace('Indah', 'Mawar'))]
  expect(told.map(({ status, page }) => [status, page.includes(stopped)])).toEqual([
    [422, true],
    [422, true],
  ])
  expect((await say(report, 'Selokan kini bersih dan taman indah lagi, mawar mekar.')).status).toBe(303)
})

test('about an open report whose reporter shows no name, a name that is also a word does not leave', async () => {
  const report = await aHiddenReport({ anonymous: false, contact: { name: 'Mawar Lestarini' } })
  expect((await say(report, 'Laporan atas nama Mawar sudah selesai.')).status).toBe(422)
  expect((await say(report, 'Tanaman mawar di taman sudah disiram.')).status).toBe(303)
})

test('whoever guesses must send: a form that would not be taken tells nothing of its words, right or wrong', async () => {
  const report = await aHiddenReport()
  const guess = async (text: string) => {
    const fields = { text, seenSeq: '1', outcome: 'explained' }
    const byForm = await sari.post(`/kelola/laporan/${report.trackingId}/perkembangan`, fields)
    const byApi = await sariByApi.post(`/reports/${report.trackingId}/progress`, { text, version: 1 })
    return [byForm.status, (await byForm.text()).includes(stopped), byApi.status, byApi.json.code]
  }
  for (const text of ['tetangganya klobor', 'tetangganya ndolu'])
    expect(await guess(text)).toEqual([409, false, 409, 'changed'])
  expect((await say(report, 'tetangganya ndolu')).status).toBe(303)
  const kept = await db.owner.selectFrom('casework.event').select('text').where('report_id', '=', report.id).execute()
  expect(kept.map(({ text }) => text)).toContain('tetangganya ndolu')
  expect((await say(report, 'tetangganya klobor')).status).toBe(422)
})

test('no mobile number or private mailbox leaves in any answer, so that trying them finds nobody out', async () => {
  const report = await aHiddenReport({ anonymous: false, showName: true })
  for (const text of [
    'Kami menelepon 0812-3456-7890.',
    'Kami menelepon 0812-9999-0000.',
    'surel mklobor@contoh.id',
    'surel lain@contoh.id',
  ])
    expect([text, (await say(report, text)).status]).toEqual([text, 422])
  for (const text of [
    'Hubungi 0380-821234.',
    'Tulis ke pengaduan@kupangkota.go.id.',
    'Kirim ke dinkes@kupangkota.go.id.',
  ])
    expect([text, (await say(report, text)).status]).toEqual([text, 303])
})

test('where the reporter stood is not told to the metre about whoever hides, right or wrong; of an open report it is', async () => {
  const point = { lat: -10.16523, lon: 123.60712 }
  const right = `Petugas sudah ke titik ${point.lat}, ${point.lon}.`
  const wrong = 'Petugas sudah ke titik -10.17111, 123.61222.'
  const hidden = await aHiddenReport({ point })
  for (const text of [right, wrong]) {
    const told = await say(hidden, text)
    expect([told.status, told.page.includes(stopped)]).toEqual([422, true])
  }
  expect((await say(await aHiddenReport({ point, anonymous: false }), right)).status).toBe(303)
})

test('months, everyday words, roads and the mailbox of an office are no guess, so nobody waits for them', async () => {
  const report = await aHiddenReport({ contact: { name: 'Yuni Ahmad' } })
  const harmless =
    'Bulan Juni tiga titik lampu di Jalan Ahmad Yani diganti pukul 03.00 dini hari; tulis ke dinkes@kupangkota.go.id.'
  for (let n = 1; n <= 6; n++) expect((await say(report, harmless)).status).toBe(303)
})

test('after five stops the officer waits an hour whatever is written, a colleague does not, and the desk hears of it', async () => {
  clock = new Date('2026-01-14T03:00:00Z')
  const report = await aHiddenReport()
  for (let n = 1; n <= 5; n++) expect((await say(report, `Bpk. Tebakan${n} sudah kami temui.`)).page).toContain(stopped)
  const harmless = await say(report, 'Petugas sudah memeriksa ke lokasi.')
  expect([harmless.status, harmless.page.includes(wait)]).toEqual([422, true])
  const path = `/reports/${report.trackingId}/progress`
  const byApi = await sariByApi.post(path, { text: 'Petugas sudah ke lokasi.' })
  expect(byApi).toMatchObject({ status: 429, json: { code: 'too_many_tries' } })
  const told = await db.owner.selectFrom('casework.outbox').select('topic').where('report_id', '=', report.id).execute()
  expect(told.filter(({ topic }) => topic === 'guessing')).toHaveLength(1)
  expect((await say(report, 'Petugas sudah ke lokasi.', 'perkembangan', deskOf(db, coordinatorOf()))).status).toBe(303)
  clock = new Date(clock.getTime() + 3_600_001)
  expect((await say(report, 'Petugas sudah memeriksa ke lokasi lagi.')).status).toBe(303)
  clock = aWednesday
})

test('fifty tries at once are not fifty guesses', async () => {
  const report = await aHiddenReport()
  const tries = await Promise.all(Array.from({ length: 50 }, (_, n) => say(report, `Sdr. Tebakan${n}`)))
  expect(tries.filter(({ page }) => page.includes(stopped))).toHaveLength(5)
  expect(tries.filter(({ page }) => page.includes(wait))).toHaveLength(45)
})

test('a reporter called Bunga Hujan can be answered about flowers and rain, and is not called by name', async () => {
  const report = await aHiddenReport({ contact: { name: 'Bunga Hujan' } })
  expect((await say(report, 'Bunga di taman layu karena kurang hujan; sudah kami siram.')).status).toBe(303)
  expect((await say(report, 'Ibu Bunga, taman sudah disiram.')).status).toBe(422)
  expect((await say(report, 'Sudah kami sampaikan kepada bunga hujan.')).status).toBe(422)
})

test('the name of an account is looked for as well, though nothing was written on the form', async () => {
  const person = { email: 'klobor@contoh.id', name: 'Yeremianus Klobor', password: 'sandi yang panjang' }
  await createAccount(db.web, testKeys, person, aWednesday)
  const accountId = await findAccountId(db.web, testKeys, person.email)
  const report = await aHiddenReport({ accountId, contact: {} })
  await tell(tellDeps(db), report.id, 1)
  expect((await say(report, 'kepada y3rem1anus')).status).toBe(422)
})

test('whoever had erased who they are is not named by an office that remembers, though nobody can compare any more', async () => {
  for (const wanted of [{}, { anonymous: false }]) {
    const report = await aHiddenReport(wanted)
    await as(db.web, marta(report.id), (tx) => askErasure(tx, marta(report.id), report.id, 'identity', aWednesday))
    await eraseReport(eraser, report.id)
    for (const text of ['Ibu Marsetyo, pipa sudah diganti.', 'Kepada Marsetyo kami sampaikan pipa sudah diganti.']) {
      const dibaca = seenIn(await say(report, text))
      expect([text, (await say(report, text, 'perkembangan', sari, { dibaca })).page.includes(stopped)]).toEqual([
        text,
        true,
      ])
    }
    expect((await say(report, 'Petugas sudah memeriksa pipa di Oebobo hari Senin.')).status).toBe(303)
  }
})

test('a reporter without identity is protected by what looks like a person alone', async () => {
  const report = await aHiddenReport({ withoutIdentity: true, contact: undefined })
  expect((await say(report, 'Bapak Fransisku, sudah kami perbaiki.')).status).toBe(422)
  expect((await say(report, 'Sudah kami perbaiki kemarin.')).status).toBe(303)
})

test('where nothing is hidden, offices may name people and their own telephone, but not the reporter who shows no name', async () => {
  const report = await aHiddenReport({ anonymous: false })
  const named = 'Pak Lurah Yosef dapat dihubungi di 0380-821234.'
  const asked = await say(report, named)
  expect([asked.status, asked.page.includes('Publik akan membaca “Yosef”.')]).toEqual([422, true])
  const dibaca = seenIn(asked)
  const sent = (text: string) => say(report, text, 'perkembangan', sari, { dibaca })
  expect((await sent('Bapak Matheos dapat dihubungi.')).status).toBe(422)
  expect((await sent(named)).status).toBe(303)
  expect((await say(report, 'Ibu Marsetyo, pipa sudah diganti.')).status).toBe(422)
  const shown = await aHiddenReport({ anonymous: false, showName: true })
  const thanks = 'Ibu Marsetyo, pipa sudah diganti.'
  expect((await say(shown, thanks, 'perkembangan', sari, { dibaca: seenIn(await say(shown, thanks)) })).status).toBe(
    303,
  )
  expect((await say(shown, 'Kami menelepon 62812 3456 7890.')).status).toBe(422)
})

test('every form of the desk is looked at but those whose words stay inside', async () => {
  const inside = actions.filter(({ staysInside }) => staysInside?.({})).map(({ noun }) => noun)
  expect(inside.sort()).toEqual(['catatan', 'disposisi', 'penggabungan'])
  const desk = deskOf(db, dedi)
  const waiting = await aReport(db, { contact, anonymous: true })
  for (const noun of ['penundaan', 'pengarsipan'])
    expect([noun, (await say(waiting, 'Sdr. Klobor?', noun, desk)).status]).toEqual([noun, 422])
  const report = await aHiddenReport()
  expect((await say(report, 'Sdr. Klobor?', 'jawaban')).status).toBe(422)
  expect((await say(report, 'Sdr. Klobor?', 'catatan')).status).toBe(303)
})

test('an officer who wrote down who came to the counter writes it into no note', async () => {
  await onDuty(db, officerOf())
  const form = fieldsOf(await sari.page('/kelola/lapor-langsung'), '/kelola/lapor-langsung')
  const words = {
    cerita: 'Kepala loket meminta uang, sering sekali.',
    jenis: 'complaint',
    terlihat: 'anonim',
    langkah: 'kirim',
  }
  await sari.post('/kelola/lapor-langsung', { ...form, ...words, nama: contact.name, telepon: contact.phone })
  const filed = await db.owner
    .selectFrom('casework.report')
    .select(['id', 'tracking_id'])
    .where('channel', '=', 'walk_in')
    .executeTakeFirstOrThrow()
  const made = { id: filed.id, trackingId: filed.tracking_id }
  const rules = await sari.deps.rules()
  const forwarded = {
    move: 'forward',
    data: { agency: 'kota-kupang' },
    changes: { agency_id: 'kota-kupang', published_at: aWednesday },
  } as const
  const assigned = {
    move: 'assign',
    data: { unit: 'kota-kupang-dinkes' },
    changes: { unit_id: 'kota-kupang-dinkes' },
  } as const
  await as(db.web, dedi, (tx) => moveReport(tx, dedi, made.id, forwarded, rules, aWednesday))
  await as(db.web, coordinatorOf(), (tx) => moveReport(tx, coordinatorOf(), made.id, assigned, rules, aWednesday))
  expect((await say(made, 'Pelapor Klobor sudah saya telepon.', 'catatan')).status).toBe(422)
  expect((await say(made, 'Pak Yosef dari loket sudah saya telepon.', 'catatan')).status).toBe(303)
})

const stageFor: Record<string, Stage> = {
  replies: 'answered',
  reopening: 'closed',
  archival: 'received',
  completion: 'on_hold',
}

test('every call of the API with words in it is looked at', async () => {
  const words = ['replies', 'reopening', 'hold', 'archival', 'completion', 'progress', 'answer', 'return']
  const calls = moveCalls.filter(({ by, path }) => by.some((role) => role !== 'reporter') && words.includes(path))
  expect(calls).toHaveLength(words.length)
  for (const { path, by } of calls) {
    const report = await aReport(db, { stage: stageFor[path] ?? 'forwarded', contact, anonymous: true })
    const actor = by.includes('coordinator') ? coordinatorOf() : dedi
    const said = 'Sdr. Klobor'
    const body = {
      text: said,
      reason: path === 'archival' ? 'spam' : said,
      note: said,
      question: said,
      outcome: 'solved',
    }
    const told = await apiAs(db, { actor }, sari.deps).post(`/reports/${report.trackingId}/${path}`, {
      ...body,
      suggestedAgencySlug: 'kab-luwu',
    })
    expect([path, told.status, told.json.code]).toEqual([path, 422, 'names_somebody'])
  }
})

test.each(['jawaban', 'perkembangan'])(
  'by %s nobody who filed a merged report is named on its parent',
  async (noun) => {
    const other = { name: 'Yuliana Bria', phone: '081111111111' }
    const parent = await aHiddenReport({ anonymous: false, contact: other })
    const child = await aHiddenReport({ contact })
    await child.move(dedi, { move: 'merge', changes: { merged_into: parent.id } })
    expect((await say(parent, 'Lampu sudah diganti, sudah kami sampaikan kepada klobor.', noun)).status).toBe(422)
    const guess = 'Sdr. Fransisku sudah kami temui.'
    const dibaca = seenIn(await say(parent, guess, noun))
    expect((await say(parent, guess, noun, sari, { dibaca })).page).toContain(stopped)
    expect((await say(parent, 'Lampu sudah diganti kemarin.', noun)).status).toBe(303)
  },
)

test('a merged reporter whose name the parent may not say is looked for, though the parent shows its own', async () => {
  const parent = await aHiddenReport({ anonymous: false, showName: true, contact: { name: 'Yuliana Bria' } })
  const child = await aHiddenReport({ anonymous: false })
  await child.move(dedi, { move: 'merge', changes: { merged_into: parent.id } })
  const sent = async (text: string) =>
    (await say(parent, text, 'perkembangan', sari, { dibaca: seenIn(await say(parent, text)) })).status
  expect(await sent('Terima kasih Ibu Yuliana.')).toBe(303)
  expect(await sent('Terima kasih Ibu Marsetyo.')).toBe(422)
})

test('who hides is not merged below words that look like somebody, whether it is them or not, unless they were taken back', async () => {
  const [desk, byApi] = [deskOf(db, dedi), apiAs(db, { actor: dedi }, sari.deps)]
  for (const name of ['Ibu Marsetyo', 'Ibu Fransiska']) {
    const parent = await aHiddenReport({
      anonymous: false,
      contact: { name: 'Yuliana Bria' },
      progress: `${name} hadir.`,
    })
    const child = await aHiddenReport()
    const fields = { seenSeq: await seqOf(child.id), parent: parent.trackingId }
    const told = await desk.post(`/kelola/laporan/${child.trackingId}/penggabungan`, fields)
    expect([told.status, (await told.text()).includes('Belum digabung.')]).toEqual([422, true])
    const path = `/reports/${child.trackingId}/merge`
    expect(await byApi.post(path, { into: parent.trackingId })).toMatchObject({ json: { code: 'names_somebody' } })
  }
  const named = await aHiddenReport({ anonymous: false, progress: 'Bapak Marsetyo hadir.' })
  const setting = { rules: await sari.deps.rules(), directory: await sari.deps.directory(), now: named.at }
  const by = marta(named.id)
  await as(db.web, by, (tx) => raiseSecrecy(tx, by, named.id, { anonymous: true }, setting))
  for (const parent of [await aHiddenReport({ progress: 'Lampu sudah diganti.' }), named]) {
    const child = await aHiddenReport()
    const fields = { seenSeq: await seqOf(child.id), parent: parent.trackingId }
    expect((await desk.post(`/kelola/laporan/${child.trackingId}/penggabungan`, fields)).status).toBe(303)
  }
})

test('whoever may not know of a report learns nothing by trying words', async () => {
  const report = await aHiddenReport({ confidential: true })
  const stranger = deskOf(db, officerOf('kota-kupang-pupr'))
  expect((await say(report, 'Sdr. Klobor', 'perkembangan', stranger)).status).toBe(404)
  const stops = await db.owner.selectFrom('identity.word_stop').selectAll().where('report_id', '=', report.id).execute()
  expect(stops).toEqual([])
})

test('nothing of the reporter can be read in what is stored to recognise them', async () => {
  const { id } = await aHiddenReport()
  const row = await db.owner
    .selectFrom('identity.filing')
    .select(['print_salt', 'name_prints', 'contact_prints', 'name_pieces'])
    .where('report_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.name_prints).toHaveLength(8)
  expect(JSON.stringify(row)).not.toMatch(/marsetyo|klobor|81234567890/i)
  await expect(db.web.selectFrom('identity.filing').select('name_prints').execute()).rejects.toThrow(
    /permission denied/,
  )
})
