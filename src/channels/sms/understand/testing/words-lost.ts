import type { OwnReport, Understood } from '../understood.ts'

const ours = 'balas bls bales bals lapor kotkupang spasi pak halo'.split(' ')

/**
 * The words of a message that do not come into the thread with the others, in their order. Its report's number is none, nor is what only says what to do
 * with them (`ours`), nor the first of the others, which may be BALAS mistyped, unless it denies something. Knows nothing of the code that understands.
 */
export function wordsLost(text: string, own: readonly OwnReport[], got: Understood): string[] {
  if (got.kind !== 'reply' && got.kind !== 'not_done') return []
  const kept = lettersOf(got.text)
  const lost = lettersOf(withoutNumbers(text, own)).filter((word) => {
    if (word !== kept[0]) return !ours.includes(word)
    kept.shift()
    return false
  })
  return [...(denies(lost[0]) ? lost : lost.slice(1)), ...kept]
}

function denies(word = ''): boolean {
  return /^(b[ae]?l[aeuo]?m|blum|tidak|tdk|tak|ga?k|nggak|bukan|jangan|jgn|tanpa)$/.test(word)
}

function withoutNumbers(text: string, own: readonly OwnReport[]): string {
  return own.reduce((left, { trackingId }) => left.replace(RegExp([...trackingId].join('[ -]?'), 'gi'), ' '), text)
}

function lettersOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
