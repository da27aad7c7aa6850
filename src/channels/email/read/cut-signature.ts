import { readWords } from '../../sms/understand/read-words.ts'
import { troubles } from '../../sms/understand/words.ts'
import { isName, isPlace, isSentence, withoutCard } from './cut-card.ts'

/** "-- " is what programs write; people write "--". */
const signatureBegins = /^--\s?$/
const device =
  /^\s*(?:(?:sent|get|kirim|dikirim|terkirim|diposting)\b.{0,20}\b(?:from|dari|via|melalui|menggunakan)\b.{2,80}|get outlook for .{2,40}|dapatkan outlook untuk .{2,40}|yahoo ?mail.{0,60}|powered by .{2,40})$/i
const closing =
  /^\s*(?:(?:demikian,? )?(?:salam|hormat|wassalam)[^.?!]{0,30}|(?:best |kind |warm )?regards|terima ?kasih|trims|thanks?(?: you)?|tks|thx|atas perhatian[^.]{0,60}(?:terima ?kasih)?)\s*[,.!]?\s*$/i

const thanking = /^(?:demikian,? )?(?:terima ?kasih|trims|thanks?(?: you)?|tks|thx)\s*[,.!]?$/i

/** "Yth Bapak Bupati,": what follows is the letter, also below a line of dashes. */
const salutation =
  /^\s*(?:(?:yth|kepada|kpd|dengan hormat|selamat (?:pagi|siang|sore|malam)|salam|ass?alamu|halo|hai|dear|bapak|ibu|pak|bu)\b[^,.:;!?]{0,50}(?:\.\s?[^,.:;!?]{1,50})?[,:]|dengan hormat\.?)?\s*$/i

/** An afterthought below the name, or what was asked for. */
const afterthought =
  /^\s*(?:nb|n\.b|p\.?s|catatan|tambahan|lokasi|tempat|waktu|titik|koordinat|foto)\b\.?\s*[:.,-]?\s*\S/i

const mostAfterClosing = 8
const longestName = 60

/** Without the signature and what a program says of itself; with whom it thanks, but without the name below. */
export function withoutSignature(text: string): string {
  const lines = text.split('\n')
  if (isSignatureAlone(lines)) return lines.map((line) => line.trim()).find((line) => thanking.test(line)) ?? ''
  const said = lines.findIndex((line) => !signatureBegins.test(line) && !isSalutation(line))
  const marked = lines.findIndex((line, at) => at > said && said >= 0 && signatureBegins.test(line))
  const kept = (marked < 0 ? lines : lines.slice(0, marked)).filter((line) => !device.test(line.slice(0, 200)))
  const left = withoutCard(withoutClosing(kept)).join('\n').trim()
  return left || (marked < 0 ? text.trim() : kept.join('\n').trim())
}

/** A name below a line of dashes or a salutation, and nothing said above it but thanks. */
function isSignatureAlone(lines: readonly string[]): boolean {
  const written = lines.map((line) => line.trim()).filter((line) => line && !device.test(line.slice(0, 200)))
  const at = written.findIndex((line) => signatureBegins.test(line) || isClosing(line))
  const isOpening = written.slice(0, at).every(isSalutation)
  const below = written.slice(at + 1).filter((line) => !signatureBegins.test(line) && !isClosing(line))
  if (at < 0 || !isOpening || below.length === 0 || below.length > mostAfterClosing) return false
  return isName(below[0] ?? '') && isSigned(below) && !below.some(tellsTrouble)
}

function tellsTrouble(line: string): boolean {
  return readWords(line).some(({ word }) => troubles.has(word))
}

function withoutClosing(lines: readonly string[]): readonly string[] {
  const from = Math.max(0, lastWritten(lines) - mostAfterClosing)
  const close = lines.findIndex((line, at) => at >= from && at > 0 && isClosing(line))
  if (close < 0) return lines
  const more = lines.findIndex((line, at) => at > close && afterthought.test(line.slice(0, 120)))
  const end = more < 0 ? lines.length : more
  return isSigned(lines.slice(close + 1, end)) ? [...lines.slice(0, close), ...lines.slice(end)] : lines
}

/** What stands below a salutation: short lines, or somebody's name over where they live and work; no sentence. */
function isSigned(below: readonly string[]): boolean {
  const lines = below.map((line) => line.trim()).filter(Boolean)
  const first = lines.find((line) => !isClosing(line)) ?? ''
  return lines.every((line) => !isSentence(line) && (line.length <= longestName || (isName(first) && isPlace(line))))
}

function isClosing(line: string): boolean {
  return closing.test(line.slice(0, 120))
}

function isSalutation(line: string): boolean {
  return line.length <= 120 && salutation.test(line)
}

function lastWritten(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '')
}
