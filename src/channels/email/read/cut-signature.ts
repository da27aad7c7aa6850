import { saysAgainst } from '../../sms/understand/only-praises.ts'
import { readWords, type Word } from '../../sms/understand/read-words.ts'
import { troubles } from '../../sms/understand/words.ts'
import { isClosing, isThanks } from './closings.ts'
import { cardEnd, isOfCard, tells, withoutCard } from './cut-card.ts'
import { withoutOwnName } from './cut-own-name.ts'
import { keepingData } from './labelled-data.ts'
import { nobody, type Signer } from './signer.ts'

/** What programs write over a signature (RFC 3676); people write "--" over anything. */
const programMark = '-- '

const signatureBegins = /^--\s?$/
const device =
  /^\s*(?:(?:sent|get|kirim|dikirim|terkirim|diposting)\b.{0,20}\b(?:from|with|using|dari|dengan|via|lewat|melalui|menggunakan)\b(?=.{0,60}\b(?:i?phone|ipad|android|samsung|galaxy|oppo|vivo|xiaomi|redmi|poco|realme|infinix|tecno|huawei|honor|nokia|asus|blackberry|g?mail|proton|zoho|bluemail|aquamail|spark|yahoo|outlook|windows|email|aplikasi|perangkat|ponsel|smartphone|mobile|hp)\b).{2,80}|(?:get|dapatkan|unduh) (?:outlook|bluemail|typeapp|spark|proton mail) (?:for|untuk) .{2,40}|(?:发自|來自|来自|从我的|從我的).{1,40}|yahoo ?mail.{0,60}|powered by .{2,40}|virus-free\b.{0,60}|.{0,60}\bavast\b.{0,60})$/i
/** What Gmail and Outlook write about a thumb or a heart given to a letter. */
const reaction =
  /^\s*(?:.{1,80} (?:bereaksi melalui|reacted via|menanggapi melalui) gmail|.{1,80} (?:reacted to your message|bereaksi terhadap pesan anda|menanggapi pesan anda))\s*[.:]?\s*$/i
/** What offices' servers put below every mail; whoever wishes for secrecy says it otherwise. */
const notice =
  /^\s*(?:(?:this|the (?:information|contents?) (?:in|of) this) (?:e-?mail|message)|(?:(?:informasi|isi|segala isi) (?:dalam |pada )?)?(?:surel|e-?mail|pesan) ini)\b.{0,300}\b(?:intended (?:recipients?|only|solely)|penerima yang (?:dituju|dimaksud)|bukan penerima (?:yang|surel|e-?mail|pesan))/i
const closing =
  /^\s*(?:(?:demikian,? )?(?:salam|hormat|wassalam)[^.?!]{0,30}|(?:best |kind |warm )?regards|terima ?kasih|trims|thanks?(?: you)?|tks|thx|atas perhatian[^.]{0,60}(?:terima ?kasih)?)\s*[,.!]?\s*$/i

/** "Yth Bapak Bupati,": what follows is the letter, also below a line of dashes. */
const salutation =
  /^\s*(?:(?:yth|kepada|kpd|dengan hormat|selamat (?:pagi|siang|sore|malam)|salam|ass?alamu|halo|hai|dear|bapak|ibu|pak|bu)\b[^,.:;!?]{0,50}(?:\.\s?[^,.:;!?]{1,50})?[,:]|dengan hormat\.?)?\s*$/i

/** Whoever has more to say. */
const addition = /^\s*(?:nb|n\.b|ps|p\.s|lokasi|tkp|tambahan|catatan|note|ket|keterangan|alamat lokasi)\b/i

/** Nobody takes leave more often; the last count. */
const mostClosings = 100
const mostLinesBelow = 16

/**
 * Without what a program says of itself, and without closings and the name, calling, address and contact of whoever signs below them.
 * Whatever else stands there says something, and stays; so does the thanks, where nothing else is said. What a program alone says is nothing.
 * @param isAsked our question waits for an answer: what they tell of themselves under a label may be what it asks for
 */
export function withoutSignature(text: string, signer = nobody, isAsked = false): string {
  return keepingData(text, isAsked, (shown) => unsigned(shown, signer))
}

function unsigned(text: string, signer: Signer): string {
  const lines = text.split('\n').filter((line) => !isOfProgram(line))
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const closings = closingsIn(lines, signer)
  const left: string[] = []
  let isSigned = false
  for (let at = 0; at < lines.length; ) {
    const below = belowClosings(lines, at, closings)
    const isMarked = lines.slice(at, below).includes(programMark)
    const card = below > at ? cardEnd(lines, below, signer, isMarked) : below
    const isOfTheirs = (line: string) => isOfCard(line, signer)
    const isCard = isMarked && (card > below || lines.slice(below, below + mostLinesBelow).some(isOfTheirs))
    const end = isCard ? markedEnd(lines, card, signer) : card
    isSigned ||= end > below
    if (isCard) emptyAmong(lines, end, isOfTheirs)
    if (below === at || (end === below && below <= last)) left.push(...lines.slice(at, Math.max(at + 1, below)))
    at = Math.max(at + 1, end)
  }
  if (left.every(isSalutation))
    return isSigned ? (lines.find(isThanks)?.trim() ?? '') : lines.join('\n').trim() || complainedOf(text)
  return withoutOwnName(withoutCard(left, signer), signer)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Below what somebody adds to their card its rest goes all the same. */
function emptyAmong(lines: string[], from: number, isGone: (line: string) => boolean) {
  for (let at = from; at < Math.min(lines.length, from + mostLinesBelow); at += 1)
    if (isGone(lines[at] ?? '')) lines[at] = ''
}

/** Of what stands below a program's mark and a name, all is signature up to where somebody goes on to say something. */
function markedEnd(lines: readonly string[], from: number, signer: Signer): number {
  const goesOn = (line: string) => addition.test(line) || tells(line, signer)
  const next = lines.findIndex((line, at) => at >= from && (signatureBegins.test(line) || goesOn(line)))
  return next < 0 ? lines.length : Math.max(from, next)
}

/** Where closings and lines of dashes stand. */
function closingsIn(lines: readonly string[], signer: Signer): ReadonlySet<number> {
  const like = [...lines.keys()].filter((at) => soundsLikeClosing(lines[at] ?? ''))
  const saysMore = (line: string) => !isClosing(line) && tells(line, signer)
  return new Set(like.slice(-mostClosings).filter((at) => !saysMore(lines[at] ?? '')))
}

/** Where those end that begin here; here, where none does. */
function belowClosings(lines: readonly string[], from: number, closings: ReadonlySet<number>): number {
  let below = from
  for (let at = from; at < lines.length; at += 1) {
    if (closings.has(at)) below = at + 1
    else if (lines[at]?.trim() !== '' || below === from) break
  }
  return below
}

function isOfProgram(line: string): boolean {
  const bare = line.length <= 620 ? line.replace(/ \(https?:[^\s)]+\)/g, '') : line
  return (bare.length <= 120 && (device.test(bare) || reaction.test(bare))) || notice.test(line.slice(0, 500))
}

/** "Kirim berkas dari HP gagal terus" sounds like a telephone's own line, and says what happened. */
function complainedOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => !notice.test(line.slice(0, 500)) && complains(readWords(line)))
    .join('\n')
    .trim()
}

function complains(words: readonly Word[]): boolean {
  return saysAgainst(words) || words.some(({ word }) => troubles.has(word))
}

function soundsLikeClosing(line: string): boolean {
  return line.length <= 120 && (signatureBegins.test(line) || closing.test(line) || isClosing(line))
}

function isSalutation(line: string): boolean {
  return line.length <= 120 && salutation.test(line)
}
