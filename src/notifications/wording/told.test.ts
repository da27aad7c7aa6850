import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../platform/root.ts'
import { mailAnswers, readMailAnswer } from '../mail-answers.ts'
import type { Message } from '../queue-messages.ts'
import {
  type Channel,
  officeTemplates,
  publicAnswer,
  readSmsTemplate,
  readTemplate,
  readXTemplate,
  reporterTemplates,
  smsAlone,
  smsAnswers,
} from '../table.ts'
import { deliveredWording, type WordedDoor, wordedDoors } from './delivered.ts'
import { allTold, type Told } from './told.ts'

const told = allTold()
const isReporter = ({ to }: Told) => to === 'reporter' || to === 'companions'
const isSender = ({ to }: Told) => to === 'sender'

type Kind = { names: readonly Message['template'][]; doors: readonly WordedDoor[]; of: (row: Told) => boolean }

/** Everything that is told, by the doors at which those who hear it can be. */
const kinds = {
  news: { names: reporterTemplates, doors: ['email', 'sms', 'x'], of: isReporter },
  work: { names: officeTemplates, doors: ['email'], of: (row) => !isReporter(row) && !isSender(row) },
  answers: { names: smsAnswers, doors: ['sms', 'x'], of: isSender },
  bySms: { names: smsAlone, doors: ['sms'], of: isSender },
  mails: { names: mailAnswers.map((answer) => `mail_${answer}` as const), doors: ['email'], of: isSender },
  inPublic: { names: [publicAnswer], doors: ['x'], of: ({ to }) => to === 'everybody' },
} as const satisfies Record<string, Kind>

// Types, so that a new kind of message or a new door that nobody listed here does not compile.
type Listed = (typeof kinds)[keyof typeof kinds]['names'][number]
const everyMessage: [Message['template']] extends [Listed] ? true : never = true
const everyDoor: [Channel] extends [WordedDoor] ? true : never = true

test.each(
  Object.values<Kind>(kinds).flatMap(({ names, doors, of }) => names.map((name) => [name, doors, of] as const)),
)('%s is in the table of what is told, by %j, each with its words', (name, doors, of) => {
  const rows = told.filter((row) => row.say === name && of(row))
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.doors).toEqual(doors)
  for (const door of doors) expect(deliveredWording(door, name)?.words).toBeTruthy()
})

test('whatever can be queued is listed above, and what a door can say stands in the table with that door', () => {
  expect([everyMessage, everyDoor]).toEqual([true, true])
  const says: Record<Channel, (name: string) => unknown> = {
    email: (name) => readTemplate(name) ?? readMailAnswer(name),
    sms: readSmsTemplate,
    x: readXTemplate,
  }
  for (const door of wordedDoors)
    for (const name of new Set(Object.values<Kind>(kinds).flatMap(({ names }) => names)))
      expect([door, name, told.some((row) => row.say === name && row.doors.includes(door))]).toEqual([
        door,
        name,
        says[door](name) !== undefined,
      ])
})

test('no message is kept but by the one way that knows the table, and by the digest of what that way has kept', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
  const keeping = files.filter((file) =>
    /insert\s?into\W+identity\.message\b/i.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(keeping.sort()).toEqual(['src/notifications/digest/make-digests.ts', 'src/notifications/queue-messages.ts'])
})
