import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { system } from '../report/actor.ts'
import { lapseIfSilent } from '../closing/lapse-if-silent.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { receiveMessage } from './receive-message.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb), loadDirectory(db.publicDb)])
const setting = (now: Date) => ({ rules, directory, now })

/** Answered on Wednesday 14 January 2026 in Kupang: the reporter has until Thursday 29 January, 24:00 WITA. */
const endOfSilence = new Date('2026-01-29T16:00:00Z')
const nextMorning = new Date('2026-01-30T00:00:00Z')

async function lapsed(): Promise<Made> {
  const made = await aReport(db, { stage: 'answered' })
  await as(db.worker, system, (tx) => lapseIfSilent(tx, system, made.id, setting(endOfSilence)))
  return made
}

async function tell(made: Made, receivedAt?: Date) {
  const actor = marta(made.id)
  await as(db.web, actor, (tx) =>
    receiveMessage(tx, actor, made.id, { text: 'Belum, lampunya masih mati.', receivedAt }, setting(nextMorning)),
  )
  return db.owner
    .selectFrom('casework.report')
    .select(['stage', 'manner', 'reopened', 'due_day'])
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
}

test('a reply that its door had a second before the silence ended undoes the lapse: nothing was reopened', async () => {
  const before = new Date(endOfSilence.getTime() - 1_000)
  expect(await tell(await lapsed(), before)).toMatchObject({ stage: 'in_progress', manner: null, reopened: 0 })
})

test('a reply that came later, or as the silence ended, opens the closed report again, and that is counted', async () => {
  expect(await tell(await lapsed(), endOfSilence)).toMatchObject({ stage: 'in_progress', manner: null, reopened: 1 })
  expect(await tell(await lapsed())).toMatchObject({ reopened: 1 })
})
