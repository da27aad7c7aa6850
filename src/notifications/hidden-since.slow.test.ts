import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { aWednesday, testKeeper } from '../testing/test-deps.ts'
import { readPreviews } from './previews.ts'
import { deliverAll, hireOfficers, tellDeps } from './testing/post-office.ts'

// Where nothing is really sent, /dev/outbox shows every letter to anybody: what a reporter hides leaves it at once.

const db = await testDatabase()
await hireOfficers(db)
const title = 'Pungutan oleh Yohanis'
const aTitled = () => aReport(db, { title, ownDoor: 'kota-kupang', contact: { email: 'marta@surat.test' } })
const lettersOf = async ({ trackingId }: Made) =>
  (await readPreviews(db.web, testKeeper, trackingId, 100)).map(({ subject, text }) => `${subject}\n${text}`)

async function hide({ id }: Made, switches: { confidential?: true; anonymous?: true }) {
  const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
  const setting = { rules, directory, now: aWednesday }
  await as(db.web, marta(id), (tx) => raiseSecrecy(tx, marta(id), id, switches, setting))
}

test.each([{ confidential: true }, { anonymous: true }] as const)(
  'letters that named its title are gone once a report is raised (%j); neutral ones are kept as before',
  async (switches) => {
    const made = await aTitled()
    await deliverAll(db, tellDeps(db))
    expect((await lettersOf(made)).join()).toContain(title)
    await hide(made, switches)
    expect(await lettersOf(made)).toEqual([])
    await deliverAll(db, tellDeps(db))
    const since = await lettersOf(made)
    expect(since.join()).not.toContain('Yohanis')
    const other = switches.confidential ? { anonymous: true as const } : { confidential: true as const }
    await hide(made, other)
    expect(await lettersOf(made)).toEqual(since)
  },
)

test('a letter that was being sent while its report was hidden is not kept with what it said', async () => {
  await deliverAll(db, tellDeps(db))
  const made = await aTitled()
  const sent: string[] = []
  const mailer = {
    keepsPreview: true,
    async send(_to: string, letter: { subject: string; text: string }) {
      if (!`${letter.subject} ${letter.text}`.includes(title)) return
      sent.push(letter.subject)
      await hide(made, { confidential: true })
    },
    close() {},
  }
  await deliverAll(db, tellDeps(db, { mailer }))
  expect(sent, 'its words were made while it was open').toHaveLength(1)
  expect((await lettersOf(made)).join()).not.toContain('Yohanis')
})
