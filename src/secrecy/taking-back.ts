import { sql } from 'kysely'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { asPublished } from '../report/audience.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { Changes, ReportRow } from '../report/move.ts'
import type { Setting } from '../agencies/setting.ts'
import { looksLikeSomebody } from './personal-data/find-personal-data.ts'
import { judgeOf, withoutTelling } from './tells-who.ts'

/**
 * What a reporter who hides who they are takes back with it. `redact`: pieces of title and text · `without`: numbers of events whose
 * words and pictures the parties alone shall read · `pictures`: whether theirs stay public, for they say that the camera's place does
 * not point at them; nobody asked: they go.
 */
export type Wish = { redact?: readonly string[]; without?: readonly number[]; pictures?: 'stay' }

/** Facts of the raising: events of which the public reads a line, and those whose words the offices do not read either; and the edits. */
export type TakenBack = { facts: { without?: number[]; who?: number[] }; edits: Pick<Changes, 'title' | 'text'> }

/**
 * What was said before and tells who filed: looked for as words that leave are (letting-words-out.ts), with the prints of whoever filed,
 * and from the public whatever looks like anybody goes too. Where nobody can compare, looks alone decide for the offices as well: too much is taken
 * back rather than too little. It all stands in the history, and its reporter reads it.
 */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  report: ReportRow,
  wish: Wish,
  { directory, rules: { keeper } }: Setting,
): Promise<TakenBack> {
  // Only whose words they are says what more goes, and that the pictures may stay.
  const { redact: pieces = [], without = [], pictures } = actor.role === 'reporter' ? wish : {}
  const { content, said, known } = await readSaid(tx, report, keeper)
  const texts = [content.title, content.text, ...said.map(({ text }) => text)]
  const judge = await judgeOf(
    tx,
    report.id,
    texts,
    keeper.indexSecret && { indexSecret: keeper.indexSecret, directory },
  )
  const tellsWho = ({ text, isInside }: Said) =>
    // What stays inside was never judged: whoever wrote guesses there and hides it for the reporter would learn which was right.
    judge.isKnown && !(isInside && actor.role !== 'reporter') ? judge.names(text) : looksLikeSomebody(text)
  const own = await reportersPictures(tx, report.id)
  const left = said.filter(
    ({ seq, text, audience }) => audience === 'public' && seq > 1 && (judge.names(text) || looksLikeSomebody(text)),
  )
  const facts = {
    without: inOrder([
      ...left.map(({ seq }) => seq),
      ...without.filter((seq) => known.has(seq)),
      ...(pictures === 'stay' ? [] : own),
    ]),
    who: inOrder(said.filter(tellsWho).map(({ seq }) => seq)),
  }
  const shown = {
    title: withoutTelling(content.title, judge, pieces),
    text: withoutTelling(content.text, judge, pieces),
  }
  return {
    facts: {
      ...(facts.without.length > 0 && { without: facts.without }),
      ...(facts.who.length > 0 && { who: facts.who }),
    },
    edits: {
      ...(shown.title === content.title ? {} : { title: shown.title }),
      ...(shown.text === content.text ? {} : { text: shown.text }),
    },
  }
}

type Said = { seq: number; text: string; audience: string; isInside: boolean }

/** All that was said, also what this actor does not read themselves; `isInside`: it stays among offices. */
async function readSaid(tx: Tx, { id }: ReportRow, keeper: Keeper): Promise<Read> {
  const { rows } = await sql<{ words: Words }>`select casework.words_of(${id}) as words`.execute(tx)
  const { content, events } = rows[0]?.words ?? { content: { title: '', text: '' }, events: [] }
  const known = await tx
    .selectFrom('casework.event')
    .select(['seq', 'audience', 'data'])
    .where('report_id', '=', id)
    .orderBy('seq')
    .execute()
  const audiences = new Map(asPublished(known).map(({ seq, audience }) => [seq, audience]))
  const { title, text } = openWords(keeper, id, content, ['title', 'text'])
  return {
    content: { title, text },
    known: new Set(audiences.keys()),
    said: events.map((event) => {
      const audience = audiences.get(event.seq) ?? 'office'
      return { ...openWords(keeper, id, event, ['text']), audience, isInside: audience === 'office' }
    }),
  }
}

type Read = { content: Content; said: Said[]; known: ReadonlySet<number> }
type Content = { title: string; text: string }
type Words = { content: Content; events: { seq: number; text: string }[] }

/** Numbers of the events with which pictures of the reporter came. */
async function reportersPictures(tx: Tx, reportId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('casework.attachment as a')
    .innerJoin('casework.event as e', (on) => on.onRef('e.report_id', '=', 'a.report_id').onRef('e.seq', '=', 'a.seq'))
    .select('e.seq')
    .distinct()
    .where('a.report_id', '=', reportId)
    .where((on) => on.or([on('e.move', '=', 'submit'), on('e.actor_role', '=', 'reporter')]))
    .execute()
  return rows.map(({ seq }) => seq)
}

/** Each once. */
export function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => one - other)
}
