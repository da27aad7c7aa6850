import type { Role } from '../../report/actor.ts'
import type { Move } from '../../report/lifecycle.ts'
import { mailAnswers } from '../mail-answers.ts'
import {
  byMail,
  digest,
  isForReporter,
  onPage,
  overdueTellings,
  publicAnswer,
  readTemplate,
  smsAnswers,
  type Template,
  tellings,
  type Who,
} from '../table.ts'
import { bySmsAlone, deliveredWording, type WordedDoor, type WordingName, wordedDoors } from './delivered.ts'

/**
 * What is told of besides the moves: `overdue_n` by level of escalation; `asked`, `decided` and `opened` of break-glass; `sms`, also a
 * direct message of X, and `mail` that come in; `post`: one on X that became a report; `morning`: of a working day, when letters waited for it.
 */
type Occasion =
  | Move
  | `overdue_${1 | 2 | 3 | 4 | 5}`
  | 'asked'
  | 'decided'
  | 'opened'
  | 'guessing'
  | 'sms'
  | 'mail'
  | 'post'
  | 'morning'

/** One row of the table as people read it: on what, who hears, after whose doing, what, and by which doors it can go. */
export type Told = {
  on: Occasion
  /** `digest_takers`: officers who chose one letter a morning. */
  to: Who | 'sender' | 'asker' | 'everybody' | 'digest_takers'
  by?: readonly Role[]
  say: WordingName
  doors: readonly WordedDoor[]
}

/** Told by what follows from break-glass, embargoes and words that were held back (tell-opening.ts, tell-guessing.ts), and what waited for the morning (make-digests.ts). */
const besides: readonly Omit<Told, 'doors'>[] = [
  { on: 'opened', to: 'reporter', say: 'opening_noted' },
  { on: 'asked', to: 'desk', say: 'opening_asked' },
  { on: 'asked', to: 'supervisors', say: 'opening_asked' },
  { on: 'decided', to: 'asker', say: 'opening_decided' },
  { on: 'guessing', to: 'desk', say: 'guessing' },
  { on: 'morning', to: 'digest_takers', say: digest },
]

/** The whole table, the very rows by which messages are made; at its end what is said at once to whoever wrote. */
export function allTold(): Told[] {
  const overdue = Object.entries(overdueTellings).map(([level, telling]) => ({
    ...telling,
    on: `overdue_${level}` as Occasion,
  }))
  const all: Omit<Told, 'doors'>[] = [...tellings, ...overdue, ...besides].flatMap((row: Omit<Told, 'doors'>) => {
    const otherwise = [onPage(row.say), byMail(row.say)].filter((say) => say !== undefined)
    return [row, ...otherwise.map((say) => ({ ...row, say }))]
  })
  return [...all, ...answersAtOnce()].map((row) => ({
    on: row.on,
    to: row.to,
    by: row.by,
    say: row.say,
    doors: doorsOf(row),
  }))
}

function answersAtOnce(): Omit<Told, 'doors'>[] {
  const mails = [
    ...mailAnswers.map((answer) => `mail_${answer}` as const),
    'mail_status_said' as const,
    'mail_status_page' as const,
  ]
  return [
    { on: 'post', to: 'everybody', say: publicAnswer },
    ...[...smsAnswers, 'status_said' as const, 'status_page' as const, ...bySmsAlone].map(
      (say) => ({ on: 'sms', to: 'sender', say }) as const,
    ),
    ...mails.map((say) => ({ on: 'mail', to: 'sender', say }) as const),
  ]
}

/** Officers are written to by e-mail alone, and whoever wrote by the door at which they did: what an SMS says, X says as well. */
function doorsOf({ on, say }: Pick<Told, 'on' | 'say'>): WordedDoor[] {
  if (on === 'sms') return bySmsAlone.includes(say) ? ['sms'] : ['sms', 'x']
  const doors = wordedDoors.filter((door) => deliveredWording(door, say))
  return readTemplate(say) && !isForReporter(say) ? doors.filter((door) => door === 'email') : doors
}

/** By which doors these words can leave at all, whoever hears them. */
export function doorsOfWording(name: WordingName): WordedDoor[] {
  return wordedDoors.filter((door) => allTold().some(({ say, doors }) => say === name && doors.includes(door)))
}

export function isTemplate(name: WordingName): name is Template {
  return readTemplate(name) !== undefined
}
