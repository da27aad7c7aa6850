import type { Move, Stage } from '../../src/report/lifecycle.ts'
import type { Role } from '../../src/report/actor.ts'
import type { Random } from './random.ts'

/** A step of a believable life; the words of an answer are chosen by its topic. */
export type BelievableEvent = {
  move: Move
  from: Stage | 'none'
  to: Stage
  at: Date
  by: Role
  text?: string
}

const dayMs = 86_400_000

/** What a life is written with: the words its handlers and its reporter say. */
export type LifeWords = { answer(): string; progress(): string; question(): string; reply(): string }

type Plan = Omit<BelievableEvent, 'at' | 'from'> & { days: number }

/**
 * The events of a report from its filing on, cut off at `now`: what has not happened yet decides in which stage it stands.
 * Most are closed; some wait; a few are never answered.
 */
export function liveThrough(filedAt: Date, now: Date, random: Random, words: LifeWords): BelievableEvent[] {
  const events: BelievableEvent[] = [{ move: 'submit', from: 'none', to: 'received', at: filedAt, by: 'reporter' }]
  let at = filedAt.getTime()
  let from: Stage = 'received'
  for (const { days, ...step } of plan(random, words)) {
    at += Math.max(0.02, days) * dayMs
    if (at > now.getTime()) break
    events.push({ ...step, from, at: new Date(at) })
    from = step.to
  }
  return events
}

function plan(random: Random, words: LifeWords): Plan[] {
  const days = (most: number) => random.next() * random.next() * most
  const fate = random.next()
  if (fate < 0.05) return [{ move: 'archive', to: 'archived', by: 'verifier', days: days(5) }]
  if (fate < 0.07) return [{ move: 'withdraw', to: 'withdrawn', by: 'reporter', days: days(2) }]
  const steps: Plan[] = []
  if (fate < 0.12) {
    steps.push({ move: 'hold', to: 'on_hold', by: 'verifier', text: words.question(), days: days(3) })
    if (random.chance(0.35)) return [...steps, { move: 'archive', to: 'archived', by: 'system', days: 15 + days(4) }]
    steps.push({ move: 'complete', to: 'received', by: 'reporter', text: words.reply(), days: days(9) })
  }
  steps.push({ move: 'forward', to: 'forwarded', by: 'verifier', days: days(6) })
  if (random.chance(0.35))
    steps.push({ move: 'report_progress', to: 'in_progress', by: 'coordinator', text: words.progress(), days: days(6) })
  if (random.chance(0.04)) return steps
  steps.push({
    move: 'answer',
    to: 'answered',
    by: 'coordinator',
    text: words.answer(),
    days: days(random.chance(0.2) ? 90 : 14),
  })
  if (random.chance(0.12)) {
    steps.push({ move: 'reply', to: 'in_progress', by: 'reporter', text: words.reply(), days: days(9) })
    steps.push({ move: 'answer', to: 'answered', by: 'coordinator', text: words.answer(), days: days(12) })
  }
  if (random.chance(0.53)) steps.push({ move: 'confirm', to: 'closed', by: 'reporter', days: days(9) })
  else steps.push({ move: 'lapse', to: 'closed', by: 'system', days: 18 + days(4) })
  return steps
}
