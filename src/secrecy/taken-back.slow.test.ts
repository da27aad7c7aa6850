import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { deskOf } from '../desk/testing/desk-app.ts'
import { browse } from '../intake/testing/browse.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport, type Made, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta, officerOf } from '../testing/cast.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { raiseSecrecy } from './change-secrecy.ts'

const db = await testDatabase()
const site = browse(db)
const contact = { name: 'Marsetyo Klobor', phone: '0812-3456-7890', email: 'mklobor@contoh.id' }
const text = 'Saya Marsetyo Klobor, pipa bocor di Oebobo. Lubangnya makin besar. Hubungi 0812-3456-7890.'
const thanks = 'Sudah dikerjakan, kepada marsetyo kami sampaikan.'
/** The number of the answer among the events: it is filed, forwarded and assigned before. */
const answered = 4
const told = /marsetyo|klobor|0812-3456-7890/i

/** Open for everybody, with its reporter's name in its words and in an office's. */
async function anOpenReport(wanted: Wanted = {}): Promise<Made> {
  return aReport(db, {
    stage: 'answered',
    contact,
    showName: true,
    title: 'Pipa bocor',
    text,
    answer: thanks,
    ...wanted,
  })
}

async function publicSide({ trackingId }: Made): Promise<string> {
  return `${await (await site.get(`/laporan/${trackingId}`)).text()} ${await (await site.get(`/api/v1/reports/${trackingId}`)).text()}`
}

/** What an office reads of it, at its desk and by its program. */
async function officesSide({ trackingId }: Made, actor = officerOf()): Promise<string> {
  const page = await deskOf(db, actor).page(`/kelola/laporan/${trackingId}`)
  return page + JSON.stringify((await apiAs(db, { actor }, site.deps).get(`/reports/${trackingId}`)).json)
}

async function hide(made: Made, fields: Record<string, string> = {}): Promise<string> {
  const posted = await site.post(`/laporan/${made.trackingId}/kerahasiaan`, {
    kunci: made.key,
    naikkan: 'anonim',
    ...fields,
  })
  return posted.text()
}

async function aPicture(made: Made, seq: number): Promise<string> {
  const id = randomUUID()
  const row = { id, report_id: made.id, seq, position: 0, width: 9, height: 9, created_at: aWednesday }
  await db.owner.insertInto('casework.attachment').values(row).execute()
  return id
}

async function publicPictures({ trackingId }: Made): Promise<string[]> {
  const shown = db.publicDb.selectFrom('publication.attachment').select('id').where('tracking_id', '=', trackingId)
  return (await shown.execute()).map(({ id }) => id)
}

test('what was said before and names whoever now hides is gone from the public, and no office reads it any more', async () => {
  const made = await anOpenReport()
  expect([await publicSide(made), await officesSide(made)].map((side) => told.test(side))).toEqual([true, true])
  const page = await hide(made)
  for (const side of [
    await publicSide(made),
    await officesSide(made),
    await officesSide(made, coordinatorOf()),
    await officesSide(made, dedi),
  ])
    expect(told.exec(side)?.[0]).toBeUndefined()
  expect(await publicSide(made)).toContain('pipa bocor di Oebobo. Lubangnya makin besar.')
  expect(await officesSide(made)).toContain('Ditarik: dapat menunjuk siapa pelapornya.')
  expect(page).toContain('daftarnya ada di halaman ini')
  expect(page).toMatch(/Kantor yang menangani juga tidak membacanya lagi/)
  expect(page).toContain(thanks)
  const seen = (await apiAs(db, { key: made.key }, site.deps).get(`/reports/${made.trackingId}`)).json
  expect([JSON.stringify(seen.thread).includes(thanks), seen.takenBack]).toEqual([true, [answered]])
})

test('words that merely look like somebody leave the public as well, and offices go on reading them; all else stays', async () => {
  const made = await anOpenReport({ answer: 'Pak Lurah Yosef sudah memeriksa.', progress: 'Petugas sudah ke lokasi.' })
  await hide(made)
  expect(await publicSide(made)).not.toContain('Yosef')
  expect(await publicSide(made)).toContain('Petugas sudah ke lokasi.')
  expect(await officesSide(made)).toContain('Pak Lurah Yosef sudah memeriksa.')
})

test('photos of whoever now hides stay public only where they say that the camera does not point at them', async () => {
  for (const [fields, stay] of [
    [{}, false],
    [{ foto: 'tetap' }, true],
  ] as const) {
    const made = await anOpenReport()
    const picture = await aPicture(made, 1)
    await made.move(dedi, { move: 'note', text: 'Dicatat.' })
    expect(await publicPictures(made)).toEqual([picture])
    const asked = await (await site.post('/lacak', { id: made.trackingId, kunci: made.key })).text()
    expect(asked).toContain('tempat kamera tidak menunjuk saya')
    await hide(made, fields)
    expect(await publicPictures(made)).toEqual(stay ? [picture] : [])
  }
})

test('the reporter takes back more, of what was said and of their own words, and nobody else does', async () => {
  const made = await anOpenReport({ answer: 'Kios biru di sudut sudah dipindah.' })
  await hide(made)
  expect(await hide(made, { tarik: String(answered) })).toContain('Kios biru di sudut')
  expect(await publicSide(made)).not.toContain('Kios biru')
  await hide(made, { samarkan_lain: 'Lubangnya makin besar' })
  expect(await publicSide(made)).not.toContain('Lubangnya makin besar')
  const office = apiAs(db, { actor: coordinatorOf() }, site.deps)
  const tried = await office.post(`/reports/${made.trackingId}/secrecy`, { anonymous: true, redact: ['pipa bocor'] })
  expect(tried.json).toMatchObject({ code: 'nothing_to_change' })
  expect(await publicSide(made)).toContain('pipa bocor')
})

test('where nobody can compare any more, all that looks like somebody goes, for offices as well', async () => {
  const made = await anOpenReport({
    answer: 'Ibu Rosina sudah kami temui.',
    text: 'Nama saya Marsetyo Klobor, pipa bocor.',
  })
  const none = { print_salt: null, name_prints: null, contact_prints: null, name_pieces: null }
  await db.owner.updateTable('identity.filing').set(none).where('report_id', '=', made.id).execute()
  await hide(made)
  expect(await publicSide(made)).not.toMatch(/Rosina|Marsetyo/)
  expect(await officesSide(made)).not.toMatch(/Rosina|Marsetyo/)
  expect(await publicSide(made)).toContain('pipa bocor')
})

test.each([
  ['an office hides it for them', () => [db.web, coordinatorOf()] as const],
  ['a message at another door hides it', (made: Made) => [db.worker, marta(made.id)] as const],
])('it goes as well where %s', async (_by, by) => {
  const made = await anOpenReport()
  const setting = { rules: await site.deps.rules(), directory: await site.deps.directory(), now: made.at }
  const [through, actor] = by(made)
  await as(through, actor, (tx) => raiseSecrecy(tx, actor, made.id, { anonymous: true }, setting))
  expect(await publicSide(made)).not.toMatch(told)
  expect(await officesSide(made)).not.toMatch(told)
})

test('an office that guesses in a note and then hides the report for its reporter does not learn which guess was right', async () => {
  const made = await anOpenReport({ showName: false, stage: 'in_progress' })
  for (const guess of ['barangkali klobor', 'barangkali ndolu'])
    await made.move(coordinatorOf(), { move: 'note', text: guess, audience: 'office' })
  const desk = coordinatorOf()
  const setting = { rules: await site.deps.rules(), directory: await site.deps.directory(), now: made.at }
  await as(db.web, desk, (tx) => raiseSecrecy(tx, desk, made.id, { anonymous: true }, setting))
  const side = await officesSide(made, desk)
  expect([side.includes('barangkali klobor'), side.includes('barangkali ndolu')]).toEqual([true, true])
})

test('a name that is also a word is taken back where somebody is called so, and the word stays', async () => {
  const made = await anOpenReport({
    contact: { name: 'Indah Permatasari' },
    text: 'Kami dari warga. Taman kota dulu indah. Hormat saya, pelapor Indah sejak Senin lapor.',
    answer: 'Yth. Indah, selokan sudah kami bersihkan.',
  })
  await hide(made)
  const side = await publicSide(made)
  expect(side).toContain('Taman kota dulu indah.')
  for (const said of [side, await officesSide(made)]) expect(said).not.toContain('Yth. Indah')
  expect(side).not.toMatch(/pelapor Indah/)
})
