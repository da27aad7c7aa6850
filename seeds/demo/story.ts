import type { Channel, Kind } from '../../src/intake/intake.ts'

/**
 * A moment before now: working days of the whole country and an hour of the report's place ('-9wd 10:20'),
 * calendar days ('-75d 08:00'), or hours ('-3h').
 */
export type Moment = `-${number}wd ${number}:${number}` | `-${number}d ${number}:${number}` | `-${number}h`

export type Outcome = 'solved' | 'explained' | 'cannot'

/** One step in the life of an invented report. Who takes it follows from the step and from where the report is. */
export type Step = { at: Moment } & (
  | { do: 'forward'; to: string; title?: string; category?: string; area?: string; byOwnDoor?: boolean }
  | { do: 'assign'; unit: string; note?: string }
  | { do: 'progress'; text: string }
  | { do: 'answer'; outcome: Outcome; text: string }
  | { do: 'hold'; question: string }
  | { do: 'complete'; text: string }
  | { do: 'reply'; text: string }
  | { do: 'note'; text: string }
  | { do: 'confirm'; rating?: number }
  | { do: 'lapse' }
  | { do: 'reopen'; reason: string }
  | { do: 'return'; suggested: string; note: string }
  | { do: 'archive'; reason: 'unclear' | 'no_substance' | 'spam' | 'court' | 'other_channel'; note: string }
  | { do: 'object'; reason: string }
  | { do: 'merge'; into: string }
  | { do: 'withdraw'; reason?: string }
  | { do: 'make_confidential' }
)

/** An invented report, from its first sentence to where it stands today. */
export type Story = {
  /** Names it in other stories and makes it one, however often the demonstration is planted. */
  name: string
  filed: Moment
  channel: Channel
  text: string
  title?: string
  kind?: Kind
  /** The office as the reporter named it, if at all. */
  agency?: string
  category?: string
  area?: string
  place?: string
  point?: { lat: number; lon: number }
  anonymous?: boolean
  confidential?: boolean
  withoutIdentity?: boolean
  showName?: boolean
  accused?: string[]
  /** One of the two citizens who can sign in, or somebody who left a name and an address. */
  from?: 'marta' | 'rio' | { name: string; email?: string }
  /** The unit whose officer wrote it down for someone who came by. */
  writtenDownBy?: string
  photo?: 'pothole' | 'lamp' | 'flood'
  steps: Step[]
}
