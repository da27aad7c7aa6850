import { redacted, stretchesOf } from './personal-data/redact.ts'

/**
 * What the public does not read of what was said, three numbers each: the event, and from where to where in its words, in characters
 * (code points), the first counted as 0 and the last not included. In order, none over another. No words, for an event keeps them for good.
 */
export type WordsOut = readonly number[]

/** From where to where, as above. */
type Stretch = readonly [from: number, to: number]

type Kept = { seq: number; move: string; data: unknown }
/** `text`: as somebody reads it. */
type Said = { seq: number; text: string }

/** As the latest redaction among them left it. @param events in order; the same as casework.words_out */
export function wordsOut(events: readonly Kept[]): WordsOut {
  const facts = events.filter(({ move }) => move === 'redact').map(({ data }) => data as { out?: number[] })
  return facts.findLast(({ out }) => out !== undefined)?.out ?? []
}

/** The words of an event as the public reads them. The same as casework.shown_words. */
export function shownWords(text: string | null, seq: number, out: WordsOut): string | null {
  const stretches = stretchesIn(out, seq)
  if (text === null || stretches.length === 0) return text
  const letters = [...text]
  const starts = [0, ...stretches.map(([, to]) => to)]
  return starts.map((from, n) => letters.slice(from, stretches[n]?.[0]).join('')).join(redacted)
}

/** The pieces that are out of an event. @param whole its words as they were said */
export function piecesOutOf(whole: string, seq: number, out: WordsOut): string[] {
  const letters = [...whole]
  return stretchesIn(out, seq).map(([from, to]) => letters.slice(from, to).join(''))
}

/**
 * With `pieces` taken out of all that was said. @param standing what is out now · isWhole whether what was said is read as it was said, so that
 * what is not among the pieces comes back; else it is read without what is out, which stays so
 */
export function outWith(
  said: readonly Said[],
  pieces: readonly string[],
  { standing, isWhole }: { standing: WordsOut; isWhole: boolean },
): WordsOut {
  const seqs = new Set([...seqsIn(standing), ...said.map(({ seq }) => seq)])
  return [...seqs]
    .sort((one, other) => one - other)
    .flatMap((seq) => {
      const before = stretchesIn(standing, seq)
      const read = said.find((one) => one.seq === seq)
      if (!read) return before.map((stretch) => [seq, ...stretch])
      const found = stretchesOf(read.text, pieces)
      const all = isWhole ? found : [...before, ...found.map((stretch) => inWhole(stretch, before))]
      return joined(all).map((stretch) => [seq, ...stretch])
    })
    .flat()
}

function stretchesIn(out: WordsOut, seq: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let at = 0; at < out.length; at += 3)
    if (out[at] === seq) stretches.push([out[at + 1] as number, out[at + 2] as number])
  return stretches
}

/** Whether everything that is out by `other` is out by this as well. */
export function takesOutAll(out: WordsOut, other: WordsOut): boolean {
  return seqsIn(other).every((seq) => {
    const stretches = stretchesIn(out, seq)
    return stretchesIn(other, seq).every(([from, to]) => stretches.some((one) => one[0] <= from && to <= one[1]))
  })
}

/** What is out of one event, under the number 0: what the event is called elsewhere is not its number here. */
export function outOf(seq: number, out: WordsOut): WordsOut {
  return stretchesIn(out, seq).flatMap((stretch) => [0, ...stretch])
}

export function seqsIn(out: WordsOut): number[] {
  return [...new Set(out.filter((_, at) => at % 3 === 0))]
}

/** A stretch of words from which these are out, as one of the whole words; what is out is taken along whole. */
function inWhole([from, to]: Stretch, out: readonly Stretch[]): Stretch {
  return [placeInWhole(from, out, 0), placeInWhole(to, out, 1)]
}

function placeInWhole(at: number, out: readonly Stretch[], side: 0 | 1): number {
  let gone = 0
  for (const stretch of out) {
    const start = stretch[0] - gone
    if (at <= start) break
    if (at < start + redacted.length) return stretch[side]
    gone = stretch[1] - start - redacted.length
  }
  return at + gone
}

/** In order; those that lie over each other as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const inOrder = [...stretches].sort(([one], [other]) => one - other)
  return inOrder.reduce<Stretch[]>((done, [from, to]) => {
    const last = done.at(-1)
    return last && from < last[1] ? [...done.slice(0, -1), [last[0], Math.max(last[1], to)]] : [...done, [from, to]]
  }, [])
}
