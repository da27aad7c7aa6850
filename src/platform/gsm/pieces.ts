import { sizeOf } from './fit-sms.ts'

/**
 * A text in pieces of one SMS each, cut between words where that can be: nothing of it is lost.
 * @param text of GSM 03.38 alone, on one line
 * @param first septets that the first piece holds at most; `next`: each other
 */
export function piecesOf(text: string, first: number, next: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest) {
    const piece = beginningOf(rest, pieces.length === 0 ? first : next)
    pieces.push(piece.trimEnd())
    rest = rest.slice(piece.length).trimStart()
  }
  return pieces
}

function beginningOf(text: string, room: number): string {
  let [used, end, space] = [0, 0, 0]
  for (const letter of text) {
    used += sizeOf(letter).length
    if (used > room) break
    end += 1
    if (letter === ' ') space = end
  }
  if (end === text.length || text[end] === ' ') return text.slice(0, end)
  // A word that is as long as half an SMS is an address, or none.
  return text.slice(0, space > end / 2 ? space : Math.max(end, 1))
}
