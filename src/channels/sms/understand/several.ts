import { type FoundId, findId } from './find-id.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { ask, isPolite, readMessage, type Said } from './said.ts'
import { saysBalas } from './say-reply.ts'
import type { OwnReport, Understood } from './understood.ts'

const acting: readonly Understood['kind'][] = ['confirm', 'not_done', 'raise', 'reply', 'status', 'withdraw']
/** Between two numbers they set one against the other. */
const against = new Set('sedangkan tapi tetapi tp namun kalau kalo'.split(' '))
const joining = new Set('dan serta sedangkan tapi tetapi kalau kalo utk untuk'.split(' '))

type Named = { id: FoundId; from: number; to: number }

/**
 * A message that names several reports: each clause about its own, where every clause is clear; asked back where one is not, for what is said of one
 * must not be done to another.
 */
export function aboutSeveral(said: Said, read: (said: Said) => Understood): Understood | undefined {
  const named = namedIn(said.words, said.own)
  const own = named.flatMap(({ id }) => (id.whose === 'own' ? [id.report] : []))
  const [first] = own
  if (named.length < 2) return undefined
  const asked = askedOfEach(said, named, own, read)
  if (asked || !first) return asked
  if (own.length === named.length) {
    const clauses = clausesOf(said, named)
    const each = clauses.map((text, at) => read(readMessage(text, [], own.slice(at, at + 1))))
    const isClear = each.length === own.length && each.every(({ kind }) => acting.includes(kind))
    if (isClear) return { kind: 'several', each, clauses }
  }
  const meant = read(said)
  if (meant.kind === 'ask' && own.length > 1 && said.words.some(isVerdict)) return ask('which_report')
  if (!acting.includes(meant.kind) && meant.kind !== 'rate') return meant
  const isOne = own.length === 1 || saysBalas(said)
  if (meant.kind === 'reply' && isOne && !said.words.some(isVerdict)) return meant
  return own.length === 1 && first.awaits === 'judgement' ? ask('yes_or_no', first.trackingId) : ask('which_report')
}

/** CEK <one> <nobody's>: one is told and of the other it is said that there is none; no office reads "CEK", and no report is made of it. */
function askedOfEach(
  said: Said,
  named: readonly Named[],
  own: readonly OwnReport[],
  read: (said: Said) => Understood,
): Understood | undefined {
  const clauses = clausesOf(said, named)
  const each = clauses.map((text) => read(readMessage(text, [], own)))
  const isUnknown = (one: Understood) => one.kind === 'ask' && one.question === 'no_such_report'
  const isAsked = (one: Understood) => one.kind === 'status' || one.kind === 'withdraw'
  if (!each.some(isAsked) || !each.every((one) => isAsked(one) || isUnknown(one))) return undefined
  return own.length === 0 ? each[0] : { kind: 'several', each, clauses }
}

/** Whether these words name more than one of them. */
export function namesSeveral(text: string, own: readonly OwnReport[]): boolean {
  return namedIn(readWords(text), own).filter(({ id }) => id.whose === 'own').length > 1
}

/** A text without the numbers of these. */
export function withoutIds(text: string, own: readonly OwnReport[]): string {
  const gone = namedIn(readWords(text), own).flatMap(({ id }) => (id.whose === 'own' ? id.words : []))
  return textWithout(text, gone)
}

/** Every number in its place, each once; what only looks like one is none. */
function namedIn(words: readonly Word[], own: readonly OwnReport[]): Named[] {
  const named: Named[] = []
  let [left, others] = [[...words], [...own]]
  for (let id = findId(left, others); id && id.whose !== 'nobody'; id = findId(left, others)) {
    const found = id
    named.push({ id, from: found.words[0]?.from ?? 0, to: found.words.at(-1)?.to ?? 0 })
    left = left.filter((word) => !found.words.includes(word))
    others = others.filter((report) => found.whose !== 'own' || report !== found.report)
  }
  const unlike = named.filter(
    ({ id }, at) => id.whose === 'own' || !named.slice(0, at).some((one) => 'id' in one.id && one.id.id === id.id),
  )
  return unlike.sort((one, other) => one.from - other.from)
}

/** YA <one>, BELUM <other> masih rusak; <one> YA, <other> BELUM masih rusak; RAHASIA <one> <other>. In the order of `named`. */
function clausesOf({ text }: Said, named: readonly Named[]): string[] {
  const ids = named.map(({ from, to }) => text.slice(from, to))
  const front = bare(text.slice(0, named[0]?.from))
  const behind = named.map(({ to }, at) => text.slice(to, named[at + 1]?.from))
  const inner = behind.slice(0, -1).map(bare)
  const last = bare(behind.at(-1) ?? '')
  if (inner.every((words) => words === ''))
    return isShared(front, last, behind.slice(0, -1)) ? ids.map((id) => `${front} ${id} ${last}`.trim()) : []
  if (front === '') return ids.map((id, at) => `${id} ${bare(behind[at] ?? '')}`)
  const cut = behind.slice(0, -1).map(halves)
  return ids.map((id, at) => {
    const verb = at === 0 ? front : cut[at - 1]?.[1]
    return `${verb} ${id} ${at === ids.length - 1 ? last : cut[at]?.[0]}`.trim()
  })
}

/** RAHASIA <one>, <other>: said of both. "YA <one>, <other> masih bau" and "<one>, <other> belum" are not, for sure. */
function isShared(front: string, last: string, between: readonly string[]): boolean {
  if (front && last) return false
  if (between.some((words) => readWords(words).some(({ word }) => against.has(word)))) return false
  return last === '' || !between.some((words) => /[^\s\p{L}]/u.test(words))
}

/** Between two numbers: why, about the one before; and the verdict of the next. */
function halves(between: string): [string, string] {
  const mark = Math.max(...[',', '.', ';', '\n'].map((sign) => between.trimEnd().lastIndexOf(sign)))
  if (mark >= 0 && bare(between.slice(mark + 1))) return [bare(between.slice(0, mark)), bare(between.slice(mark + 1))]
  const verdict = readWords(between).findLast(isVerdict)
  return verdict ? [bare(between.slice(0, verdict.from)), bare(between.slice(verdict.from))] : [bare(between), '']
}

/** Without BALAS, LAPOR and "dan" around, which say nothing of any report. */
function bare(text: string): string {
  const words = readWords(text)
  const says = (one: Word) => !isIdle(one)
  const [first, last] = [words.find(says), words.findLast(says)]
  return first && last ? text.slice(first.from, last.to) : ''
}

function isIdle({ word, means }: Word): boolean {
  return means === 'reply' || means === 'file' || isPolite(word) || joining.has(word)
}

function isVerdict({ means }: Word): boolean {
  return means !== undefined && means !== 'reply' && means !== 'file' && means !== 'check'
}
