import { bareLine, wordsOf } from './bare-line.ts'
import { announces, isBelowName, isContact, isOwnLine, tells } from './cut-card.ts'
import { isClosing, isLeave, saidIn } from './closings.ts'
import { isOwnName, type Signer } from './signer.ts'

const mostLines = 8
const mostTurns = 12
const longestTail = 120

/** Where a sentence ends, or a dash begins, behind which somebody may sign on the same line. */
const tailBegins =
  /(?<=[.!?…)\p{Extended_Pictographic}\ufe0f])\s+|(?<=\S)\s+[-–—~/|]+\s*(?=\p{L})|\s*[,;]\s+(?=\p{L})/gu
const number = /(?:\+?62|0)\d[\d\s().-]{6,14}\d/g
const ofTheirs = /\b(?:saya|sy|kami)\b/i
const saysContact = /\b(?:hp|no|nomor|telp|tlp|tel|telepon|wa|whatsapp|kontak)\b[\s.:/]*(?=[()\s.:/]*$|\+?\d)/gi

/**
 * Without the name of whoever writes at the end, with what they are and how they are reached, and the leave taken over it: whatever the
 * closing is, and where there is none. Something is always left, and whom the words above announce stays.
 */
export function withoutOwnName(lines: readonly string[], signer: Signer): readonly string[] {
  let left = lines
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const next = withoutTail(withoutBlock(left, signer), signer)
    if (next.length === left.length && next.at(-1) === left.at(-1)) return left === lines ? lines : withoutLeave(left)
    left = next
  }
  return left
}

/** Whoever takes leave and signs says no more by the one than by the other. */
function withoutLeave(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '' && !isClosing(line)) + 1
  return end > 0 ? lines.slice(0, end) : lines
}

/** The longest run of last lines that are nothing but a signature. */
function withoutBlock(lines: readonly string[], signer: Signer): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  for (let at = Math.max(1, last - mostLines); at <= last; at += 1) {
    if (!lines[at]?.trim() || !isSignature(lines.slice(at, last + 1), signer)) continue
    const above = lines.slice(0, at).findLast((line) => line.trim() !== '')
    if (above && (isClosing(above) || !/[:=]\s*$/.test(above)) && !announcesOther(above)) return lines.slice(0, at)
  }
  return lines
}

/** Leave, then a name of theirs, then what belongs to it. */
function isSignature(lines: readonly string[], signer: Signer): boolean {
  let isNamed = false
  for (const line of lines) {
    const bare = bareLine(line)
    if (!bare || isClosing(line)) continue
    const isOwn = isOwnLine(line, signer)
    if (!isOwn && !(isNamed ? isBelowName(bare, signer) : isContact(bare) && line !== lines[0])) return false
    isNamed ||= isOwn
  }
  return isNamed
}

function announcesOther(line: string): boolean {
  return announces(line.replace(/,\s*$/, '')) && !isClosing(line)
}

/** "Belum, baru separuh. Terima kasih. Marta Bire (0812-…)": the end of a line that says something before it. */
function withoutTail(lines: readonly string[], signer: Signer): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const line = lines[last] ?? ''
  const from = Math.max(0, line.length - longestTail)
  for (const { index } of line.slice(from).matchAll(tailBegins)) {
    const before = line.slice(0, from + index).trimEnd()
    const tail = line.slice(from + index)
    if (before.trim() && isSigned(tail, before, signer)) return [...lines.slice(0, last), before]
  }
  if (isContact(bareLine(line)) && ofTheirs.test(line) && lines.slice(0, last).some((one) => one.trim()))
    return lines.slice(0, last)
  const signed = isClosing(line) ? undefined : signedLeave(line, signer)
  return signed !== undefined && lines.slice(0, last).some((one) => one.trim()) ? lines.slice(0, last) : lines
}

function isSigned(tail: string, before: string, signer: Signer): boolean {
  const isAfterComma = /^\s*[,;]/.test(tail)
  const isAfterStop = !isAfterComma && !announces(before)
  const words = wordsOf(bareLine(withoutContact(tail)))
  if (isOwnName(words, signer)) return isAfterStop || isLeave(saidIn(lastSentence(before)))
  return !isAfterComma && signedLeave(tail, signer) !== undefined
}

/** "Terima kasih Marta Bire 0812-…" */
function signedLeave(said: string, signer: Signer): true | undefined {
  if (said.length > longestTail || tells(withoutContact(said), signer)) return undefined
  const words = wordsOf(
    bareLine(
      withoutContact(said)
        .replace(/terima kasih/gi, 'terimakasih')
        .replace(/['’`ʼ]/g, ''),
    ),
  )
  for (let at = 1; at <= words.length; at += 1) {
    const name = words.slice(at)
    const isNumbered = name.length === 0 && withoutContact(said) !== said
    if (isLeave(words.slice(0, at).map((word) => word.toLowerCase())) && (isNumbered || isOwnName(name, signer)))
      return true
  }
  return undefined
}

function lastSentence(text: string): string {
  return (
    text
      .slice(-longestTail)
      .split(/[.!?…]\s+/)
      .at(-1) ?? ''
  )
}

function withoutContact(text: string): string {
  return text.replace(number, ' ').replace(saysContact, ' ')
}
