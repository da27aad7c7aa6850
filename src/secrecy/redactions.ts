import type { Find, PersonalKind } from './personal-data/find.ts'
import { findPersonalData } from './personal-data/find-personal-data.ts'
import { redact } from './personal-data/redact.ts'

type Values = Readonly<Record<string, string>>

/** Pieces taken out of words before they are published, as a form carries them along: the words stay whole beside. */
const field = 'samaran'
/** All that can still be taken out, for the press that takes out all of it. */
export const allOpen = 'ditemukan'
const most = 200
/** UTF-16 units; a single letter is no piece. */
const [shortest, longest] = [2, 400]

export function redactionsIn(values: Values): string[] {
  return listIn(values[field])
}

function listIn(written: string | undefined): string[] {
  try {
    const list: unknown = JSON.parse(written || '[]')
    const pieces = Array.isArray(list) ? list.filter((piece) => typeof piece === 'string') : []
    return pieces.filter((piece) => piece.trim().length >= shortest && piece.length <= longest).slice(0, most)
  } catch {
    return []
  }
}

/**
 * The form after a press of "Samarkan" or "Tampilkan lagi", of one piece or of all, or with further words to take out; each is undone by the other.
 * `pressed`: it was such a press, so the preview is shown again and nothing is sent.
 */
export function afterPress(posted: Values): { values: Values; pressed: boolean } {
  const { samarkan, tampilkan, samarkan_lain: typed, samarkan_semua: all, tampilkan_semua: none, ...rest } = posted
  const { [allOpen]: found, ...values } = rest
  const more = (typed ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const pieces = new Set(none === undefined ? redactionsIn(values) : [])
  for (const piece of [samarkan, more, ...(all === undefined ? [] : listIn(found))]) if (piece) pieces.add(piece)
  if (tampilkan) for (const piece of pieces) if (takesOut(piece, tampilkan)) pieces.delete(piece)
  const pressed = more !== '' || [samarkan, tampilkan, all, none].some((press) => press !== undefined)
  return { values: carryingPieces(values, [...pieces]), pressed }
}

/** The form with exactly these pieces taken out. */
export function carryingPieces(values: Values, pieces: readonly string[]): Values {
  return pieces.length > 0 ? { ...values, [field]: JSON.stringify(pieces) } : without(values)
}

function without({ [field]: _gone, ...values }: Values): Values {
  return values
}

/** A piece of the words that points at somebody, or that was taken out. */
export type Piece = { text: string; kind: PersonalKind | 'other'; isRedacted: boolean }

/** What the preview lists: each piece once, those found in reading order, then what was taken out by hand. */
export function piecesOf(
  values: Values,
  texts: readonly string[],
  look: (text: string) => readonly Find[] = findPersonalData,
): Piece[] {
  const gone = redactionsIn(values)
  const pieces = new Map<string, Piece>()
  for (const text of texts)
    for (const { kind, start, end } of look(text)) {
      const piece = text.slice(start, end)
      pieces.set(piece, { text: piece, kind, isRedacted: gone.some((taken) => takesOut(taken, piece)) })
    }
  for (const text of gone) {
    const isListed = [...pieces.keys()].some((piece) => takesOut(piece, text))
    if (!isListed && texts.some((words) => takesOut(text, words)))
      pieces.set(text, { text, kind: 'other', isRedacted: true })
  }
  return [...pieces.values()]
}

/** What was to be taken out and stands in none of the texts: a slip of the pen, of which nothing became. */
export function notFoundIn(values: Values, texts: readonly string[]): string[] {
  return redactionsIn(values).filter((piece) => !texts.some((words) => takesOut(piece, words)))
}

/** The form without them: a slip of the pen is told once. */
export function carryingFound(values: Values, texts: readonly string[]): Values {
  const slips = notFoundIn(values, texts)
  return carryingPieces(
    values,
    redactionsIn(values).filter((piece) => !slips.includes(piece)),
  )
}

function takesOut(piece: string, words: string): boolean {
  return redact(words, [piece]) !== words
}

export function stillOpen(pieces: readonly Piece[]): number {
  return pieces.filter(({ isRedacted }) => !isRedacted).length
}
