import { currentClock } from '../report/clocks/advance.ts'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { ReportRow } from '../report/move.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, officerOf } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { catalogue } from '../ui/words/index.ts'
import { letterOf } from './letter.ts'
import { isForReporter, readTemplate, type Template } from './table.ts'
import { deliverAll, hireOfficers, tellDeps } from './testing/post-office.ts'
import { officesIn } from './wording/neutral.ts'

const db = await testDatabase()
await hireOfficers(db)
const { calendar } = await loadRules(db.publicDb, testKeeper)
const offices = (await loadDirectory(db.publicDb)).agencies.flatMap(({ name, shortName }) => [name, shortName ?? name])
const said = 'Kabelnya kami sambung dari tiang nangka kembar.'
const title = 'Tiang nangka kembar roboh'
const templates = Object.keys(catalogue).flatMap(
  (key) => readTemplate(/^notifications_(.+)_subject$/.exec(key)?.[1] ?? '') ?? [],
)

async function answered(secrecy: Wanted) {
  const { id } = await aReport(db, { stage: 'answered', title, answer: said, place: 'Gang Nangka', ...secrecy })
  return db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

const open = await answered({})
const hiddenOnes = [
  await answered({ anonymous: true }),
  await answered({ confidential: true }),
  await answered({ withoutIdentity: true }),
]

function letter(template: Template, report: ReportRow, hasAccount: boolean) {
  const clock = currentClock(report.clocks, report.stage)
  const baseUrl = 'http://lapor.test'
  const { subject, text } = letterOf({ template, report, clock, title, calendar, baseUrl, hasAccount })
  return `${subject}\n${text}`
}

test.each(templates)(
  'the letter %s about a hidden report holds its number, never its title, an office or a word of it',
  (template) => {
    for (const report of hiddenOnes) {
      expect(letter(template, report, true)).not.toMatch(/nangka|rahasia|anonim|identitas/i)
      expect(officesIn(letter(template, report, false), offices)).toEqual([])
    }
  },
)

test.each(templates.filter(isForReporter))(
  'the letter %s to a reporter names no title, open report or not',
  (template) => {
    expect(letter(template, open, false)).not.toMatch(/nangka/i)
    expect(officesIn(letter(template, open, true), offices)).toEqual([])
  },
)

test('what an office writes reaches a reporter on the report’s page alone: no letter carries a word of it, to anybody', async () => {
  const contact = { name: 'Marta Bire', email: 'marta@rumah.test' }
  for (const secrecy of [{}, { anonymous: true, confidential: true }]) {
    const made = await aReport(db, { stage: 'in_progress', contact, title, ...secrecy })
    const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const
    await made.move(officerOf(), { move: 'report_progress', text: said, office })
    await made.move(coordinatorOf(), { move: 'note', text: said, audience: 'parties', office })
    await made.move(officerOf(), {
      move: 'answer',
      text: said,
      office,
      data: { outcome: 'solved' },
      changes: { outcome: 'solved', answered_at: made.at },
    })
    await made.move(dedi, { move: 'reply', text: said, office })
    const sent = await deliverAll(db, tellDeps(db))
    expect(sent.filter(({ to }) => to === contact.email).length).toBeGreaterThan(3)
    for (const { subject, text } of sent) expect(`${subject}\n${text}`).not.toMatch(/sambung|kembar\./i)
    const toOthers = sent.filter(({ to }) => to !== contact.email)
    if (Object.keys(secrecy).length > 0)
      for (const { subject, text } of toOthers) expect(`${subject}\n${text}`).not.toMatch(/nangka|marta/i)
  }
})

test('the desk hears of repeated guessing once a day, by the number alone', async () => {
  const made = await aReport(db, { stage: 'forwarded', anonymous: true, title })
  await deliverAll(db, tellDeps(db))
  for (const seq of [1, 2])
    await db.owner
      .insertInto('casework.outbox')
      .values({ topic: 'guessing', report_id: made.id, seq, at: made.at })
      .execute()
  const sent = await deliverAll(db, tellDeps(db))
  expect(sent.map(({ template, to }) => [template, to])).toEqual([['guessing', 'dedi@panrb.test']])
  expect(sent[0]?.text).toContain(made.trackingId)
})
