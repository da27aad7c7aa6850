import type { Find, PersonalKind } from './personal-data/find.ts'
import { findPersonalData } from './personal-data/find-personal-data.ts'
import { redact } from './personal-data/redact.ts'

type Values = Readonly<Record<string, string>>

/** Pieces taken out of words before they are published, as a form carries them along: the words stay whole beside. */
const field = 'samaran'
const most = 200
/** UTF-16 units; a single letter is no piece. */
const [shortest, longest] = [2, 400]

export function redactionsIn(values: Values): string[] {
  try {
    const list: unknown = JSON.parse(values[field] || '[]')
    const pieces = Array.isArray(list) ? list.filter((piece) => typeof piece === 'string') : []
    return pieces.filter((piece) => piece.trim().length >= shortest && piece.length <= longest).slice(0, most)
  } catch {
    return []
  }
}

/**
 * The form after a press of "Samarkan" or "Tampilkan lagi", or with further words to take out; each is undone by the other.
 * `pressed`: it was such a press, so the preview is shown again and nothing is sent.
 */
export function afterPress(posted: Values): { values: Values; pressed: boolean } {
  const { samarkan, tampilkan, samarkan_lain: typed, ...values } = posted
  const more = (typed ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const pieces = new Set(redactionsIn(values))
  for (const piece of [samarkan, more]) if (piece) pieces.add(piece)
  if (tampilkan) pieces.delete(tampilkan)
  const pressed = samarkan !== undefined || tampilkan !== undefined || more !== ''
  return { values: pieces.size > 0 ? { ...values, [field]: JSON.stringify([...pieces]) } : without(values), pressed }
}

function without({ [field]: _gone, ...values }: Values): Values {
  return values
}

/** A piece of the words that points at somebody, or that was taken out; `missing`: it was to be, and stands nowhere. */
export type Piece = { text: string; kind: PersonalKind | 'other' | 'missing'; isRedacted: boolean }

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
      pieces.set(piece, { text: piece, kind, isRedacted: redact(piece, gone) !== piece })
    }
  for (const text of gone) {
    const isThere = texts.some((words) => redact(words, [text]) !== words)
    pieces.set(text, { text, kind: isThere ? (pieces.get(text)?.kind ?? 'other') : 'missing', isRedacted: true })
  }
  return [...pieces.values()]
}

export function stillOpen(pieces: readonly Piece[]): number {
  return pieces.filter(({ isRedacted }) => !isRedacted).length
}
