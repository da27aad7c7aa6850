import fc from 'fast-check'
import { allowedMoves, type Move, moves, nextStage, type Stage } from '../../lifecycle.ts'
import { advance, currentClock } from '../advance.ts'
import type { Clock, ClockKind, Office } from '../clocks.ts'
import { dueOf } from '../due.ts'
import { defaultPolicy } from '../policy.ts'
import { calendarOf, instant, offDays, scope, zone } from './clock-cases.ts'
import { type NaiveRun, naiveClock } from './naive-clock.ts'
import { dayTable, type NaiveTables, naiveIndex, naiveTables } from './naive-days.ts'

const minuteMs = 60_000
type Step = { move: Move; from: Stage | 'none'; to: Stage; at: Date; office: Office }

/** A random life: each step is some allowed move, so many minutes after the last, by or for some office. */
export const life = fc.record({
  off: offDays,
  filedAt: instant,
  picks: fc.array(
    fc.record({
      pick: fc.nat({ max: 99 }),
      minutes: fc.integer({ min: 0, max: 9 * 1440 }),
      office: fc.record({ zone, scope }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
})
export type Life = typeof life extends fc.Arbitrary<infer One> ? One : never

/** Moves that go on with the story; the others (notes, withdrawal …) are picked more rarely, or lives would be short. */
const eventful = (Object.keys(moves) as Move[]).filter((move) => moves[move].to !== 'same' && move !== 'withdraw')
const rarely = 85

/** The steps of a life, by the table of moves alone. */
export function stepsOf({ filedAt, picks }: Life): Step[] {
  const desk: Office = { zone: 'Asia/Jakarta', scope: null }
  const steps: Step[] = [{ move: 'submit', from: 'none', to: 'received', at: filedAt, office: desk }]
  let back: Stage | null = null
  for (const { pick, minutes, office } of picks) {
    const last = steps[steps.length - 1] as Step
    const options = (pick < rarely ? eventful : (Object.keys(moves) as Move[])).flatMap((move) =>
      moves[move].by
        .filter((role) => allowedMoves(last.to, role).includes(move))
        .slice(0, 1)
        .map((role) => ({ move, to: nextStage(move, last.to, role, back) })),
    )
    const option = options[pick % Math.max(1, options.length)]
    if (!option?.to) break
    if (option.move === 'hold' || option.move === 'merge') back = last.to
    if (last.to === 'on_hold' && option.move === 'archive' && back !== 'received') continue
    const at = new Date(last.at.getTime() + minutes * minuteMs)
    steps.push({ move: option.move, from: last.to, to: option.to, at, office })
  }
  return steps
}

export type Seen = { kind: ClockKind; state: Clock['state']; due: string; late: string; current: boolean }

export function ourClocks(one: Life): Seen[] {
  const calendar = calendarOf(one.off)
  const steps = stepsOf(one)
  const clocks = steps.reduce<Clock[]>((before, step) => advance(before, step, defaultPolicy, calendar), [])
  const current = currentClock(clocks, (steps.at(-1) as Step).to)
  return clocks.map((clock) => ({
    kind: clock.kind,
    state: clock.state,
    due: dueOf(clock, calendar).dueDay,
    late: clock.overdueAt ?? '',
    current: clock === current,
  }))
}

type NaiveClock = { kind: ClockKind; state: Clock['state']; runs: NaiveRun[]; zone: Office['zone']; late: string }
const runsIn: Partial<Record<Stage, ClockKind>> = {
  received: 'verify',
  on_hold: 'hold',
  forwarded: 'answer',
  in_progress: 'answer',
  answered: 'lapse',
  closed: 'reopen',
}
const length: Record<ClockKind, number> = { verify: 3, answer: 5, lapse: 10, hold: 10, reopen: 14 }

/** The same life told by stages instead of moves: leaving a stage stops its clock, entering one starts or resumes its own. */
export function naiveClocks(one: Life): Seen[] {
  const tables = naiveTables(one.off)
  const clocks: NaiveClock[] = []
  let running: NaiveClock | null = null
  for (const { from, to, at, office } of stepsOf(one)) {
    if (from === to || (runsIn[to] === 'answer' && from !== 'none' && runsIn[from] === 'answer')) continue
    const before = running as NaiveClock | null
    const waits = to === 'on_hold' || to === 'merged'
    if (before) stopNaive(before, at, waits ? office.zone : before.zone, waits ? 'paused' : 'ended', tables)
    const paused = clocks.find((clock) => clock.state === 'paused')
    const kind = runsIn[to]
    if (paused && !waits && (to === 'archived' || to === 'withdrawn')) paused.state = 'ended'
    running = null
    if (!kind) continue
    const owner: Office =
      kind === 'verify'
        ? { zone: 'Asia/Jakarta', scope: null }
        : kind === 'reopen' && before
          ? { zone: before.zone, scope: (before.runs.at(-1) as NaiveRun).scope }
          : office
    const again =
      from === 'on_hold' || from === 'merged'
        ? paused
        : kind === 'verify'
          ? clocks.find((clock) => clock.kind === 'verify')
          : undefined
    const day = Math.max(naiveIndex(at, owner.zone), again?.runs.at(-1)?.to ?? 0)
    const run = {
      from: day,
      to: null,
      scope: owner.scope as NaiveRun['scope'],
      atLeast: again?.state === 'ended' ? 1 : 0,
    }
    running = again ?? { kind, state: 'running', runs: [], zone: owner.zone, late: '' }
    if (!again) clocks.push(running)
    Object.assign(running, { state: 'running', zone: owner.zone })
    running.runs.push(run)
  }
  return clocks.map((clock) => ({
    kind: clock.kind,
    state: clock.state,
    due: dueOfNaive(clock, tables),
    late: clock.late,
    current: clock === running,
  }))
}

function stopNaive(
  clock: NaiveClock,
  at: Date,
  zone: Office['zone'],
  state: Clock['state'],
  tables: NaiveTables,
): void {
  const due = dueOfNaive(clock, tables)
  const today = dayTable[naiveIndex(at, clock.zone)] as string
  if ((clock.kind === 'verify' || clock.kind === 'answer') && today > due) clock.late ||= due
  const run = clock.runs.at(-1) as NaiveRun
  run.to = Math.max(run.from, naiveIndex(at, zone))
  clock.state = state
}

function dueOfNaive(clock: NaiveClock, tables: NaiveTables): string {
  if (clock.kind === 'reopen') return dayTable[(clock.runs[0] as NaiveRun).from + 14] as string
  return naiveClock(length[clock.kind], clock.runs, 0, tables).due
}
