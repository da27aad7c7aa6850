import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../platform/root.ts'
import { catalogue } from '../../ui/words/index.ts'
import { mailAnswers, readMailAnswer } from '../mail-answers.ts'
import type { Message } from '../queue-messages.ts'
import {
  byMail,
  type Channel,
  digest,
  officeTemplates,
  onPage,
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

/** Whatever is queued, and the digest, which is made of what waits. */
type Queued = Message['template'] | typeof digest
type Kind = { names: readonly Queued[]; doors: readonly WordedDoor[]; of: (row: Told) => boolean }

/** Everything that is told, by the doors at which those who hear it can be. */
const kinds = {
  news: { names: reporterTemplates, doors: ['email', 'sms', 'x'], of: isReporter },
  work: { names: officeTemplates, doors: ['email'], of: (row) => !isReporter(row) && !isSender(row) },
  mornings: { names: [digest], doors: ['email'], of: ({ to }) => to === 'digest_takers' },
  answers: { names: smsAnswers, doors: ['sms', 'x'], of: isSender },
  bySms: { names: smsAlone, doors: ['sms'], of: isSender },
  mails: { names: mailAnswers.map((answer) => `mail_${answer}` as const), doors: ['email'], of: isSender },
  inPublic: { names: [publicAnswer], doors: ['x'], of: ({ to }) => to === 'everybody' },
} as const satisfies Record<string, Kind>

// Types, so that a new kind of message or a new door that nobody listed here does not compile.
type Listed = (typeof kinds)[keyof typeof kinds]['names'][number]
const everyMessage: [Queued] extends [Listed] ? true : never = true
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
    email: (name) => readTemplate(name) ?? readMailAnswer(name) ?? (name === digest ? name : undefined),
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

/** Sentences of messages that are no message of their own, by where they stand. */
const frame: Record<string, readonly string[]> = {
  'around every letter': [
    'subject',
    'subject_plain',
    'report',
    'open_mine',
    'open_desk',
    'footer_reporter',
    'footer_office',
  ].map((one) => `notifications_${one}`),
  'around every mail to whoever wrote one': [
    'mail_answer_subject',
    'mail_footer',
    'mail_footer_unanswered',
    'mail_footer_stop',
  ],
  'of the digest, which the desk edits as one text, and its lines': Object.keys(catalogue).filter((key) =>
    key.startsWith('digest_'),
  ),
  'behind a status by SMS, where it fits': ['sms_status_others'],
}
/** Pages, and what is written into a report in its reporter's name. */
const neverLeave =
  /^(?:notifications_outbox|mail_in|mail_stop)_|^(?:sms_part_missing|sms_not_done_without_reason|sms_keyword_meant|x_photos|x_photos_missing|x_videos_missing|x_only_photo|x_own_link|x_edited|x_taken_back)$/

test('every sentence that can leave stands in a row of the table, by its door, where the desk sees and edits it, or in the frame around such', () => {
  const rows = told.flatMap(({ say, doors }) =>
    doors.flatMap((door) => {
      if (say.startsWith('mail_')) return [say]
      return door === 'email' ? [`notifications_${say}`, `notifications_${say}_subject`] : [`sms_${say}`, `x_${say}`]
    }),
  )
  const framed = Object.values(frame).flat()
  const sentences = Object.keys(catalogue).filter((key) => /^(?:notifications|sms|x|mail|digest)_/.test(key))
  expect(sentences.filter((key) => ![...rows, ...framed].includes(key) && !neverLeave.test(key))).toEqual([])
})

test('what is said otherwise by another way is a row of its own', () => {
  for (const { say, to, on } of told)
    for (const other of [onPage(say), byMail(say)].filter((one) => one !== undefined))
      expect(told).toContainEqual(expect.objectContaining({ say: other, to, on }))
})
