import { nudges } from './nudges.ts'
import { notedOn } from './reply-on.ts'
import { awaiting, firstWord, isPolite, type Said, saysOnly, textBeside } from './said.ts'
import type { Understood } from './understood.ts'
import { companions } from './words.ts'

/** "lap" is short for laporan. */
const called = new Set(['lap', 'lprn', 'lapran'])

/**
 * CEK <id> and more, or <id> and "kapan dikerjakan": how it stands is said, and what else stands there is told to whoever has it. To an open question of
 * ours more than a nudge is rather the answer.
 */
export function asksAndTells(said: Said): Understood | undefined {
  const { id, bare } = said
  if (id?.whose !== 'own') return undefined
  const { trackingId, awaits } = id.report
  const checks = bare.filter(({ means }) => means === 'check')
  const isCheck = firstWord(bare)?.means === 'check'
  const more = bare.filter((word) => !checks.includes(word) && !isPolite(word.word) && !called.has(word.word))
  if (isCheck && more.length === 0) return { kind: 'status', trackingId }
  const isVerdict = more.some(({ means }) => means !== undefined)
  const isNudge = nudges(textBeside(said, ...checks, ...bare.filter(({ word }) => called.has(word))))
  return !isVerdict && (isNudge || (isCheck && !awaits)) ? notedOn(id.report, said.text) : undefined
}

/** YA STOP: both, where YA is written as we teach it and an answer waits for it; a "ya" before it is else no more than that. */
export function agreesAndStops(said: Said): Understood | undefined {
  const { bare, id, asks, text, own } = said
  const [first] = bare.filter(({ word }) => !isPolite(word))
  const others = bare.filter((word) => word !== first)
  if (first?.means !== 'yes' || id || asks || !saysOnly(others, 'stop', companions.stop)) return undefined
  const [answered, ...more] = awaiting(own, 'judgement').filter(({ open }) => open)
  const isTaught = text.slice(first.from, first.to) === 'YA'
  if (!answered || more.length > 0 || !isTaught) return { kind: 'stop' }
  return {
    kind: 'several',
    each: [{ kind: 'confirm', trackingId: answered.trackingId }, { kind: 'stop' }],
    clauses: ['YA', 'STOP'],
  }
}
