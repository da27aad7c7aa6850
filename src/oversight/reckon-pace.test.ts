import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { readPace } from '../publication/pace.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { coordinatorOf, marta } from '../testing/cast.ts'
import { reckonPace } from './reckon-pace.ts'

const db = await testDatabase()
const rules = await loadRules(db.publicDb)
const answerAt = (made: Made, at: Date) =>
  made.move(
    coordinatorOf(),
    { move: 'answer', text: 'Lampunya sudah diganti.', changes: { outcome: 'solved', answered_at: at } },
    at,
  )
const paceAt = async (at: string) => {
  const looked = await reckonPace({ db: db.worker }, rules, new Date(at))
  const [verify, office] = await readPace(db.publicDb)
  return { looked, verify: [...(verify?.days ?? [])], office: [...(office?.days ?? [])] }
}

test('public answers are told by the working day on which they came, once an hour, confidential ones never', async () => {
  const sameDay = await aReport(db, { stage: 'forwarded' })
  await answerAt(sameDay, new Date('2026-01-14T08:00:00Z'))
  const thirdDay = await aReport(db, { stage: 'forwarded' })
  // Friday 16 January 2026 is a holiday: Tuesday the 20th is working day 3.
  await answerAt(thirdDay, new Date('2026-01-20T02:00:00Z'))
  const hidden = await aReport(db, { stage: 'forwarded', confidential: true })
  await answerAt(hidden, new Date('2026-01-20T02:00:00Z'))

  const first = await paceAt('2026-01-20T03:00:00Z')
  expect(first).toEqual({
    looked: 2,
    verify: [[0, 2]],
    office: [
      [0, 1],
      [3, 1],
    ],
  })
  expect((await paceAt('2026-01-20T03:30:00Z')).looked).toBe(0)
  expect((await paceAt('2026-01-20T04:00:00Z')).looked).toBe(2)
  expect(await paceAt('2026-04-19T04:00:00Z')).toMatchObject({ looked: 1, office: [[3, 1]] })
})

test('an office does not look faster by not answering, nor by a quick second answer after a late first one', async () => {
  const waiting = await aReport(db, { stage: 'forwarded', at: new Date('2026-05-04T01:00:00Z') })
  const again = await aReport(db, { stage: 'forwarded', at: new Date('2026-05-04T01:00:00Z') })
  await answerAt(again, new Date('2026-05-22T02:00:00Z'))
  await again.move(marta(again.id), { move: 'reply', text: 'Masih mati.' }, new Date('2026-05-22T03:00:00Z'))
  await answerAt(again, new Date('2026-05-22T04:00:00Z'))
  const { office } = await paceAt('2026-05-22T05:00:00Z')
  const days = office.map(([day]) => day)
  expect(waiting.trackingId).not.toBe(again.trackingId)
  expect(office.reduce((sum, [, n]) => sum + n, 0)).toBe(3)
  expect(days[0]).toBe(0)
  expect(days.at(-1)).toBeGreaterThan(5)
  expect(office.find(([day]) => day === 0)?.[1]).toBe(1)
})
