import { expect, test } from 'vitest'
import { nouns } from '../../desk/nouns.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { makeTrackingId } from '../../report/tracking-id.ts'
import { aReport } from '../a-report.ts'
import { anAccount } from '../an-account.ts'
import { makeAccuser } from './accuse.ts'
import { routesOfReports } from './fill.ts'
import { visit, watch } from './snapshot.ts'

// To somebody signed in at a desk, a report that they may not know of is one that does not exist: at every route of the
// application that takes an ID, whatever is posted there.

const db = await testDatabase()
const dinkes = 'kota-kupang-dinkes'
const people = {
  'officer of another unit': await anAccount(db, 'officer', 'kota-kupang-pupr'),
  'coordinator of another agency': await anAccount(db, 'coordinator', 'kab-luwu'),
  supervisor: await anAccount(db, 'supervisor', 'ksp'),
  'accused officer': await anAccount(db, 'officer', dinkes),
  'accused coordinator': await anAccount(db, 'coordinator', 'kota-kupang'),
  'accused verifier': await anAccount(db, 'verifier', 'kemenpanrb'),
  'accused supervisor': await anAccount(db, 'supervisor', 'ombudsman'),
}
type Who = keyof typeof people
const coordinator = await anAccount(db, 'coordinator', 'kota-kupang')
const accuse = await makeAccuser(db, 'Dinas Kesehatan Kota Kupang', [
  people['accused coordinator'],
  people['accused verifier'],
  people['accused supervisor'],
])
const visitors = await visit(db, { ...people, coordinator })
const site = await watch(db, visitors)

const waiting = await aReport(db, { confidential: true })
const neverPublic = await aReport(db)
const atWork = await aReport(db, { stage: 'in_progress', confidential: true })
const answered = await aReport(db, { stage: 'answered', confidential: true, anonymous: true })
const accusing = [
  await aReport(db, { stage: 'in_progress', confidential: true, progress: 'Sedang diperiksa.' }),
  await aReport(db, { stage: 'answered', confidential: true }),
  await aReport(db),
]
for (const { id } of accusing) await accuse(id)
const picture = '0198a000-0000-4000-8000-00000000f0a8'
await db.owner
  .insertInto('casework.attachment')
  .values(
    [...accusing, atWork].map(({ id, at }, nth) => ({
      id: nth === 0 ? picture : picture.replace('f0a8', `f1${nth}0`),
      report_id: id,
      seq: 1,
      position: 1,
      width: 4,
      height: 3,
      created_at: at,
    })),
  )
  .execute()

const hiddenFrom: Record<Who, { trackingId: string }[]> = {
  'officer of another unit': [atWork, neverPublic],
  'coordinator of another agency': [answered, waiting],
  supervisor: [waiting, neverPublic],
  'accused officer': accusing,
  'accused coordinator': accusing,
  'accused verifier': accusing,
  'accused supervisor': accusing,
}

/** As much as any form or call asks for, so that none stops for what is missing. */
const everything = {
  text: 'Sudah kami periksa di lapangan.',
  outcome: 'solved',
  agencySlug: 'kab-luwu',
  agency: 'kab-luwu',
  suggestedAgencySlug: 'kab-luwu',
  suggested: 'kab-luwu',
  unitSlug: dinkes,
  unit: dinkes,
  note: 'Bukan wewenang kami.',
  reason: 'unclear',
  question: 'Di mana tepatnya?',
  into: waiting.trackingId,
  sure: '1',
  seenSeq: '9',
  nomor: '1',
  jenis: 'outside',
  apa: 'identity',
  dasar: 'law',
  alasan: 'Perintah pengadilan negeri.',
}
const api = { ...everything, sure: true, seenSeq: undefined, version: undefined }
const json = (body: object) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
const form = (body: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(body) })
const posts = [json({}), json(api), form(everything)]

const parts = [...nouns, picture, '1', 'x', 'kota-kupang']
const reading = routesOfReports(site.app, 'GET', parts)
const posting = routesOfReports(site.app, 'POST', parts)
const lists = ['/kelola/antrian?q=:id', '/kelola/verifikasi?q=:id', '/kelola/pengawasan?q=:id', '/laporan?q=:id']

// A tag is made of the words of the page, the ID that was typed among them.
const told = async (who: string, id: string, path: string, init?: RequestInit) =>
  (await site.answerTo(path.replace(':id', id), visitors[who]?.(path) ?? {}, init))
    .replaceAll(id, ':id')
    .replace(/^etag: .*$/m, 'etag')

test('the routes are those of the application, the console’s and the calls’ among them', async () => {
  for (const path of ['/kelola/laporan/:id', '/kelola/laporan/:id/pembukaan', '/api/v1/reports/:id'])
    expect(reading).toContain(path)
  for (const path of ['/kelola/laporan/:id/jawaban', '/kelola/laporan/:id/terlapor', '/api/v1/reports/:id/answer'])
    expect(posting).toContain(path)
  expect(posting.length).toBeGreaterThan(40)
  expect(await told('coordinator', atWork.trackingId, '/kelola/laporan/:id'), 'to whom it is given').toMatch(/^200\n/)
})

test.each(Object.keys(people) as Who[])(
  'to the %s a hidden report is one that does not exist',
  async (who) => {
    const absent = makeTrackingId()
    const wrong: string[] = []
    for (const { trackingId } of hiddenFrom[who]) {
      const compare = async (path: string, init?: RequestInit) => {
        const [hidden, none] = [await told(who, trackingId, path, init), await told(who, absent, path, init)]
        if (hidden !== none) wrong.push(`${init?.method ?? 'GET'} ${path}: ${hidden}, but ${none}`)
      }
      for (const path of [...reading, ...lists]) await compare(path)
      for (const path of posting) for (const init of posts) await compare(path, init)
    }
    expect(wrong).toEqual([])
  },
  300_000,
)

test('a report that an accused verifier may not know of cannot be merged into, and says so like none', async () => {
  const known = await aReport(db, { stage: 'forwarded', confidential: true })
  const absent = makeTrackingId()
  for (const { trackingId } of accusing) {
    const into = (id: string) => [json({ into: id }), form({ into: id, seenSeq: '2', text: 'Sama.' })]
    for (const [at, path] of ['/api/v1/reports/:id/merge', '/kelola/laporan/:id/penggabungan'].entries()) {
      const merged = async (id: string) =>
        (await told('accused verifier', known.trackingId, path, into(id)[at])).replaceAll(id, ':into')
      expect(await merged(trackingId), path).toBe(await merged(absent))
    }
  }
})
