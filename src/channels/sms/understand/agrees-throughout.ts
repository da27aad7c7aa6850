import { onlyThanks } from '../../arrivals/only-thanks.ts'
import { withoutExcuse } from './excuses-delay.ts'
import { readWords } from './read-words.ts'
import { isPolite } from './said.ts'
import { type OwnReport, understand } from './understand.ts'

/** "masalahnya sudah selesai" */
const thing = /^\s*(?:\p{L}{3,}nya|masalah|laporan) (?=(?:sudah|sdh|udah|telah)\b)/iu
/** "dua-duanya sudah" */
const pair = /^\s*(?:ke)?(?:dua|2)(?:[- ]?(?:dua|2))?(?: ?nya)\b(?=.*\p{L})/iu
const answered: OwnReport = { trackingId: '', open: true, awaits: 'judgement' }

/** "Ya sudah selesai, maaf lupa membalas.", "iya sudah, terima kasih": every clause agrees, thanks or excuses. It closes nothing by itself. */
export function agreesThroughout(text: string): boolean {
  const clauses = withoutExcuse(text)
    .split(/[,.;!\n]+/)
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause))
  const agrees = (clause: string) =>
    understand(clause.replace(pair, '').replace(thing, ''), [], [answered]).kind === 'confirm'
  const isKind = (clause: string) => onlyThanks(clause) || readWords(clause).every(({ word }) => isPolite(word))
  return !text.includes('?') && clauses.some(agrees) && clauses.every((clause) => agrees(clause) || isKind(clause))
}
