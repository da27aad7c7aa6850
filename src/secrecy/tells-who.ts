import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import type { PersonalKind } from './personal-data/find.ts'
import { findSomebody, looksLikeSomebody } from './personal-data/find-personal-data.ts'
import { redact, redacted } from './personal-data/redact.ts'
import { type Printing, printsUnder } from './prints-under.ts'

/** `names`: whether a text tells who filed. `isKnown`: it was compared with the prints of whoever did, and not only by looks. */
export type Judge = { isKnown: boolean; names: (text: string) => boolean }

/** Compares each text with the prints of whoever filed; where there is no way to, names everything that looks like somebody. */
export async function judgeOf(
  tx: Tx,
  reportId: string,
  texts: readonly string[],
  at: Printing | undefined,
): Promise<Judge> {
  if (!at) return { isKnown: false, names: looksLikeSomebody }
  const { rows: salted } = await sql<{ salts: Buffer[] }>`select identity.print_salts(${reportId}) as salts`.execute(tx)
  const salts = salted[0]?.salts ?? []
  const { names, contacts, pieces } = printsUnder(at, salts, texts.join('\n'))
  const { rows } = await sql<{ found: string[]; is_known: boolean }>`
    select found::text[], is_known from identity.prints_said(${reportId}, ${names}::bigint[], ${contacts}::bigint[], ${pieces}::bigint[])`.execute(
    tx,
  )
  const [said] = rows
  if (!said?.is_known) return { isKnown: false, names: looksLikeSomebody }
  const found = new Set(said.found)
  const whole = pieces.filter((piece) => found.has(piece))
  return {
    isKnown: true,
    names(text) {
      if (found.size === 0) return false
      const prints = printsUnder(at, salts, text)
      const isWhole = whole.length > 0 && whole.every((piece) => prints.pieces.includes(piece))
      return isWhole || [...prints.names, ...prints.contacts].some((print) => found.has(print))
    },
  }
}

/** Kinds of finds in a report's own words that are about whoever wrote it; a plate or an account there is another's. */
const theirs: readonly PersonalKind[] = ['nik', 'phone', 'email', 'address', 'handle']

/** Without what tells who wrote it, and these pieces; as little as may be, else the sentence, else all of it. */
export function withoutTelling(text: string, judge: Judge, pieces: readonly string[]): string {
  const finds = findSomebody(text)
    .map(({ kind, start, end }) => ({ kind, said: text.slice(start, end) }))
    .filter(({ kind, said }) => theirs.includes(kind) || (kind === 'name' && (!judge.isKnown || judge.names(said))))
  const once = redact(
    redact(text, pieces),
    finds.map(({ said }) => said),
    true,
  )
  if (!judge.isKnown || !judge.names(once)) return once
  const sentences = (kept: string) => (kept.match(/[^.!?\n]+[.!?\n]*/g) ?? []).filter(judge.names)
  const twice = redact(
    once,
    sentences(once).flatMap((sentence) => fewestWords(sentence, judge)),
    true,
  )
  const last = redact(twice, sentences(twice))
  return judge.names(last) ? redacted : last
}

const mostWords = 4

/** The shortest runs of words that tell it. */
function fewestWords(sentence: string, { names }: Judge): string[] {
  const words = [...sentence.matchAll(/[\p{L}\p{N}@][^\s]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu)].map(
    ({ 0: word, index }) => [index, index + word.length] as const,
  )
  for (let length = 1; length <= mostWords; length++) {
    const runs = words.flatMap(([start], at) => {
      const end = words[at + length - 1]?.[1]
      return end === undefined ? [] : [sentence.slice(start, end)]
    })
    const telling = runs.filter(names)
    if (telling.length > 0) return telling
  }
  return []
}
