import type { Channel, Kind } from '../src/intake/intake.ts'
import type { Zone } from '../src/report/clocks/day.ts'
import type { Stage } from '../src/report/lifecycle.ts'
import { type BelievableEvent, liveThrough } from './believable/life.ts'
import { makeRandom, type Random } from './believable/random.ts'
import { placeTeller, type Spot } from './believable/spots.ts'
import { tellTrouble } from './believable/telling.ts'

/** An invented report as measurements need them by the hundred thousand; the loader gives it ids, clocks and hashes. */
export type Believable = {
  index: number
  kind: Kind
  channel: Channel
  anonymous: boolean
  confidential: boolean
  title: string
  text: string
  place: string
  categoryId: string
  /** The office that answers, once it is forwarded. */
  agencyId: string
  zone: Zone
  areaCode: string
  /** Degrees, close to the area's own point. */
  lat: number
  lon: number
  filedAt: Date
  stage: Stage
  manner: 'confirmed' | 'silent' | null
  outcome: 'solved' | 'explained' | 'cannot' | null
  rating: number | null
  /** Oldest first, from the submission on. */
  events: BelievableEvent[]
}

const years = 8
const yearMs = 365.25 * 86_400_000
const dayMs = 86_400_000

/**
 * Invented reports, nearly in the order of their filing, over eight years that grow busier. Pure: the same count, seed and
 * `now` give the same reports, and nobody's words are among them.
 */
export function* believableReports(count: number, seed: number, now: Date): Iterable<Believable> {
  const spotOf = placeTeller()
  for (let index = 0; index < count; index++) {
    yield believable(
      index,
      count,
      makeRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)),
      now,
      spotOf,
    )
  }
}

function believable(
  index: number,
  count: number,
  random: Random,
  now: Date,
  spotOf: (random: Random) => Spot,
): Believable {
  const spot = spotOf(random)
  const channel = channelOf(random)
  const told = tellTrouble(random, spot, channel === 'sms' || channel === 'x')
  const filedAt = filedAtOf((index + random.next()) / count, random, now)
  const events = liveThrough(filedAt, now, random, told.words)
  const stage = events.at(-1)?.to ?? 'received'
  const answered = events.some(({ move }) => move === 'answer')
  const manner = stage !== 'closed' ? null : events.at(-1)?.move === 'confirm' ? 'confirmed' : 'silent'
  return {
    index,
    kind: told.kind,
    channel,
    anonymous: random.chance(0.18),
    confidential: random.chance(0.05),
    title: told.title,
    text: told.text,
    place: told.place,
    categoryId: told.category,
    agencyId: told.office === 'local' ? spot.agencyId : told.office,
    zone: spot.zone,
    areaCode: spot.areaCode,
    lat: Math.round((spot.lat + (random.next() - 0.5) * 0.08) * 1e5) / 1e5,
    lon: Math.round((spot.lon + (random.next() - 0.5) * 0.08) * 1e5) / 1e5,
    filedAt,
    stage,
    manner,
    outcome: answered ? random.pick(outcomes) : null,
    rating: manner === 'confirmed' && random.chance(0.8) ? random.pick(ratings) : null,
    events,
  }
}

const outcomes = ['solved', 'solved', 'solved', 'explained', 'explained', 'cannot'] as const
const ratings = [5, 5, 5, 4, 4, 3, 2, 1] as const
const channels = [
  'web',
  'web',
  'web',
  'web',
  'sms',
  'sms',
  'app',
  'app',
  'app',
  'x',
  'email',
  'chat',
  'walk_in',
  'api',
] as const

function channelOf(random: Random): Channel {
  return random.pick(channels)
}

/** @param share of all reports that were filed before this one; the later years have more of them, the days more than the nights */
function filedAtOf(share: number, random: Random, now: Date): Date {
  const day = now.getTime() - years * yearMs * (1 - share ** 0.65)
  const hours = (random.next() + random.next()) * 8
  return new Date(Math.min(now.getTime(), Math.floor(day / dayMs) * dayMs + Math.round(hours * 3_600_000) - dayMs))
}
