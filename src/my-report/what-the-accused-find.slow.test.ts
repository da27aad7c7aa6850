import { expect, test } from 'vitest'
import { makeApp } from '../app.tsx'
import { deskOf } from '../desk/testing/desk-app.ts'
import { browse, textOf } from '../intake/testing/browse.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { settleAccused } from '../secrecy/name-accused.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { testDeps } from '../testing/test-deps.ts'

const db = await testDatabase()
const at = new Date('2026-01-20T02:30:00Z')
const deps = testDeps(db, () => at)
const app = makeApp(deps)
const dedi = await anAccount(db, 'verifier', 'kemenpanrb')
const sari = await anAccount(db, 'officer', 'kota-kupang-dinkes')

const switches = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((bits) => ({
  anonymous: Boolean(bits & 1),
  confidential: Boolean(bits & 2),
  withoutIdentity: Boolean(bits & 4),
  showName: Boolean(bits & 8),
}))

/** The sentences of a page, or of one part of it, that say what they who are accused can do. */
const said = (html: string) => ({
  findNothing: textOf(html).match(/tidak (?:dapat|bisa|akan bisa) (?:menemukan|membuka|melihat) laporan/g)?.length ?? 0,
  readAsAnyone: textOf(html).match(/hanya dapat membaca yang dibaca umum/g)?.length ?? 0,
  readName: textOf(html).match(/membaca nama Anda juga/g)?.length ?? 0,
})

/** The reporter names dr. Sari of the Dinas Kesehatan, and the desk settles that it is her. */
async function accuses(chosen: (typeof switches)[number]) {
  const { id, trackingId, key } = await aReport(db, { ...chosen, accused: ['orang di loket'] })
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: at }
  await as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, 1, { kind: 'person', accountId: sari.accountId }, setting))
  const named = { kunci: key, terlapor: 'orang di loket obat' }
  const body = new URLSearchParams(named)
  const mine = await app.request(`http://lapor.test/laporan/${trackingId}/terlapor`, { method: 'POST', body })
  const desk = await deskOf(db, dedi, () => at).page(`/kelola/laporan/${trackingId}/terlapor?sudah=1`)
  return { id, trackingId, mine: await mine.text(), desk }
}

test.each(switches)(
  'what is said of the accused, to the reporter and to the desk, is what they find: %j',
  async (chosen) => {
    const { id, mine, desk } = await accuses(chosen)
    const forwarded = await aReport(db, {
      ...chosen,
      accused: ['Dinkes Kota Kupang'],
      stage: 'in_progress',
      unit: 'kota-kupang-dinsos',
    })
    const page = await app.request(`http://lapor.test/laporan/${forwarded.trackingId}`)
    const readsText = page.status === 200
    const readsName = readsText && (await page.text()).includes('Marta Bire')
    // To the reporter: just added, beside the field, and where it was settled. To the desk: just settled, and what follows.
    const times = { mine: 3, desk: 2 }
    expect(said(mine)).toEqual({
      findNothing: readsText ? 0 : times.mine,
      readAsAnyone: readsText ? times.mine : 0,
      readName: readsName ? 2 : 0,
    })
    expect(said(desk)).toEqual({
      findNothing: readsText ? 0 : times.desk,
      readAsAnyone: readsText ? times.desk : 0,
      readName: 0,
    })
    expect(await deskOf(db, sari, () => at).get(`/kelola/laporan/${id}`)).toMatchObject({ status: 404 })
  },
)

test('the form says it for each choice, before one is made', async () => {
  const html = await (await browse(db, deps).get('/lapor')).text()
  expect(textOf(html)).toContain('Terbuka dan Anonim: mereka hanya dapat membaca yang dibaca umum')
  expect(textOf(html)).toContain('Rahasia: mereka tidak dapat menemukan laporan ini')
})
