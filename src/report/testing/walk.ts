import { makeRandom } from '../../../seeds/believable/random.ts'
import { type Move, moves, nextStage, type Stage, steps } from '../lifecycle.ts'
import type { Role } from '../actor.ts'
import { type NaiveReport, naiveStep, newborn } from './naive-life.ts'

const standing = new Set<Move>([
  'submit',
  'note',
  'escalate',
  'raise_secrecy',
  'lower_secrecy',
  'redact',
  'reroute',
  'accuse',
  'settle_accused',
  'leave_namesake',
  'unsettle_accused',
])
const moving = (Object.keys(moves) as Move[]).filter((move) => !standing.has(move))
const roles = ['reporter', 'verifier', 'coordinator', 'officer', 'supervisor', 'system', 'citizen'] as const
const resumable = (stage: Stage): stage is 'received' | 'forwarded' | 'in_progress' =>
  stage === 'received' || stage === 'forwarded' || stage === 'in_progress'

/**
 * Take `count` random steps through the lives of reports, by the product's table and by the second telling at once.
 * @throws Error at the first step on which they differ, at a dead end, and at a close over an unanswered reply
 */
export function walk(count: number, seed: number): { steps: number; lives: number } {
  const random = makeRandom(seed)
  let lives = 0
  let taken = 0
  while (taken < count) {
    lives++
    let stage: Stage = 'received'
    let resume: Stage | null = null
    let naive: NaiveReport = newborn
    for (let n = 0; n < 60 && stage !== 'withdrawn' && taken < count; n++) {
      const move = random.pick(moving)
      const role: Role = random.pick(roles)
      const next = nextStage(move, stage, role, resume)
      const other = naiveStep(naive, move, role)
      taken++
      if ((next ?? null) !== (other?.at ?? null))
        throw new Error(`${role} ${move} in ${stage}: ${next} or ${other?.at}`)
      if (!next || !other) continue
      if (next === 'closed' && other.repliedAfterAnswer) throw new Error(`closed over a reply by ${move}`)
      resume = next === 'on_hold' || next === 'merged' ? (resumable(stage) ? stage : resume) : null
      stage = next
      naive = other
    }
    if (stage !== 'withdrawn' && !steps().some((step) => step.from === stage && step.to !== stage))
      throw new Error(`dead end: ${stage}`)
  }
  return { steps: taken, lives }
}
