import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { reopenReport } from '../closing/reopen-report.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { publicThread } from '../testing/public-thread.ts'
import { receiveMessage } from './receive-message.ts'

// The public reads what a reporter says of an answer. The number of a report that the public does not find stands in none of it: it would
// tell that the report exists. By a door that cannot ask, and by a program.

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb), loadDirectory(db.publicDb)])

const named: Record<string, () => Promise<string>> = {
  'a confidential report': async () => (await aReport(db, { stage: 'answered', confidential: true })).trackingId,
  'a report that nobody has forwarded': async () => (await aReport(db)).trackingId,
  'a number that nobody has': () => Promise.resolve('K7M2QX4PW'),
}

const by = {
  'a message': (made: Made, text: string, care?: 'ask_numbers' | 'sure') => tell(made, text, care),
  'opening it again': async (made: Made, reason: string, care?: 'ask_numbers' | 'sure') => {
    const actor = marta(made.id)
    await as(db.web, actor, (tx) =>
      reopenReport(tx, actor, made.id, { reason, care }, { rules, directory, now: made.at }),
    )
  },
}

async function tell(made: Made, text: string, care?: 'ask_numbers' | 'sure') {
  const actor = marta(made.id)
  await as(db.web, actor, (tx) =>
    receiveMessage(tx, actor, made.id, { text, care }, { rules, directory, now: made.at }),
  )
}

const publicly = async ({ id }: Made) => JSON.stringify(await publicThread(db, id))

const cases = Object.entries(named).flatMap(([what, id]) =>
  (['a message', 'opening it again'] as const).flatMap((how) =>
    ([undefined, 'ask_numbers'] as const).map((care) => [what, how, care ?? 'nothing', id] as const),
  ),
)

test.each(cases)('named is %s, by %s, asked about %s: the parties alone read it', async (_what, how, asked, id) => {
  const made = await aReport(db, { stage: how === 'a message' ? 'answered' : 'closed' })
  const hidden = await id()
  await by[how](made, `Belum selesai, sama dengan laporan saya ${hidden}`, asked === 'nothing' ? undefined : asked)
  expect(await publicly(made)).not.toContain(hidden)
})

test('its own number and that of a public report are read by everybody, and so is what was shown and meant so', async () => {
  const [open, other, hidden] = [
    await aReport(db, { stage: 'answered' }),
    await aReport(db, { stage: 'answered' }),
    await aReport(db, { confidential: true }),
  ]
  await tell(open, `Belum selesai, laporan ${open.trackingId} sama dengan ${other.trackingId}`)
  expect(await publicly(open)).toContain(other.trackingId)
  await tell(other, `Belum selesai, sama dengan ${hidden.trackingId}`, 'sure')
  expect(await publicly(other)).toContain(hidden.trackingId)
})
