import type { Role } from '../../report/actor.ts'
import type { Move } from '../../report/lifecycle.ts'
import { isForReporter, overdueTellings, type Template, smsAnswers, tellings, type Who } from '../table.ts'
import { deliveredWording, type WordedDoor, type WordingName, wordedDoors } from './delivered.ts'

/** What is told of besides the moves: `overdue_n` by level of escalation; `asked`, `decided` and `opened` of break-glass. */
type Occasion = Move | `overdue_${1 | 2 | 3 | 4 | 5}` | 'asked' | 'decided' | 'opened' | 'guessing' | 'sms'

/** One row of the table as people read it: on what, who hears, after whose doing, what, and by which doors it can go. */
export type Told = {
  on: Occasion
  to: Who | 'sender' | 'asker'
  by?: readonly Role[]
  say: WordingName
  doors: readonly WordedDoor[]
}

/** Told by what follows from break-glass, embargoes and words that were held back (tell-opening.ts, tell-guessing.ts). */
const besides: readonly Omit<Told, 'doors'>[] = [
  { on: 'opened', to: 'reporter', say: 'opening_noted' },
  { on: 'asked', to: 'desk', say: 'opening_asked' },
  { on: 'asked', to: 'supervisors', say: 'opening_asked' },
  { on: 'decided', to: 'asker', say: 'opening_decided' },
  { on: 'guessing', to: 'desk', say: 'guessing' },
]

/** The whole table, the very rows by which messages are made; answers to whoever wrote an SMS at its end. */
export function allTold(): Told[] {
  const overdue = Object.entries(overdueTellings).map(([level, telling]) => ({
    ...telling,
    on: `overdue_${level}` as Occasion,
  }))
  const answers = [...smsAnswers, 'status_said' as const].map((say) => ({
    on: 'sms' as const,
    to: 'sender' as const,
    say,
  }))
  return [...tellings, ...overdue, ...besides, ...answers].map((row: Omit<Told, 'doors'>) => ({
    on: row.on,
    to: row.to,
    by: row.by,
    say: row.say,
    doors: doorsOf(row.to, row.say),
  }))
}

/** Officers are written to by e-mail alone, and whoever wrote an SMS by SMS. */
function doorsOf(to: Told['to'], say: WordingName): WordedDoor[] {
  if (to === 'sender') return ['sms']
  const doors = wordedDoors.filter((door) => deliveredWording(door, say))
  return isForReporter(say) ? doors : doors.filter((door) => door === 'email')
}

/** By which doors these words can leave at all, whoever hears them. */
export function doorsOfWording(name: WordingName): WordedDoor[] {
  return wordedDoors.filter((door) => allTold().some(({ say, doors }) => say === name && doors.includes(door)))
}

export function isTemplate(name: WordingName): name is Template {
  return deliveredWording('email', name) !== undefined
}
