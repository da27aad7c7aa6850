import { cardEnd, type Signer, tells, withoutCard } from './cut-card.ts'

/** What programs write over a signature (RFC 3676); people write "--" over anything. */
const programMark = '-- '

const signatureBegins = /^--\s?$/
const device =
  /^\s*(?:(?:sent|get|kirim|dikirim|terkirim|diposting)\b.{0,20}\b(?:from|dari|via|melalui|menggunakan)\b(?=.{0,60}\b(?:i?phone|ipad|android|samsung|galaxy|oppo|vivo|xiaomi|redmi|realme|huawei|nokia|blackberry|g?mail|yahoo|outlook|windows|email|aplikasi|perangkat|ponsel|smartphone|mobile|hp)\b).{2,80}|get outlook for .{2,40}|dapatkan outlook untuk .{2,40}|yahoo ?mail.{0,60}|powered by .{2,40}|virus-free\b.{0,60}|.{0,60}\bavast\b.{0,60})$/i
/** What offices' servers put below every mail; whoever wishes for secrecy says it otherwise. */
const notice =
  /^\s*(?:(?:this|the (?:information|contents?) (?:in|of) this) (?:e-?mail|message)|(?:(?:informasi|isi|segala isi) (?:dalam |pada )?)?(?:surel|e-?mail|pesan) ini)\b.{0,300}\b(?:intended (?:recipients?|only|solely)|penerima yang (?:dituju|dimaksud)|bukan penerima (?:yang|surel|e-?mail|pesan))/i
const closing =
  /^\s*(?:(?:demikian,? )?(?:salam|hormat|wassalam)[^.?!]{0,30}|(?:best |kind |warm )?regards|terima ?kasih|trims|thanks?(?: you)?|tks|thx|atas perhatian[^.]{0,60}(?:terima ?kasih)?)\s*[,.!]?\s*$/i

const thanking = /^(?:demikian,? )?(?:terima ?kasih|trims|thanks?(?: you)?|tks|thx)\s*[,.!]?$/i

/** "Yth Bapak Bupati,": what follows is the letter, also below a line of dashes. */
const salutation =
  /^\s*(?:(?:yth|kepada|kpd|dengan hormat|selamat (?:pagi|siang|sore|malam)|salam|ass?alamu|halo|hai|dear|bapak|ibu|pak|bu)\b[^,.:;!?]{0,50}(?:\.\s?[^,.:;!?]{1,50})?[,:]|dengan hormat\.?)?\s*$/i

/** Nobody takes leave more often; the last count. */
const mostClosings = 100
const nobody: Signer = new Set()

/**
 * Without what a program says of itself, and without closings and the name, calling, address and contact of whoever signs below them.
 * Whatever else stands there says something, and stays; so does the thanks, where nothing else is said.
 */
export function withoutSignature(text: string, signer = nobody): string {
  const lines = text.split('\n').filter((line) => !isOfProgram(line))
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const closings = closingsIn(lines, signer)
  const left: string[] = []
  let isSigned = false
  for (let at = 0; at < lines.length; ) {
    const below = belowClosings(lines, at, closings)
    const isMarked = lines.slice(at, below).includes(programMark)
    const end = below > at ? cardEnd(lines, below, signer, isMarked) : below
    isSigned ||= end > below
    if (below === at || (end === below && below <= last)) left.push(...lines.slice(at, Math.max(at + 1, below)))
    at = Math.max(at + 1, end)
  }
  if (left.every(isSalutation)) return isSigned ? (lines.find(isThanks)?.trim() ?? '') : text.trim()
  return withoutCard(left, signer)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Where closings and lines of dashes stand. */
function closingsIn(lines: readonly string[], signer: Signer): ReadonlySet<number> {
  const like = [...lines.keys()].filter((at) => soundsLikeClosing(lines[at] ?? ''))
  return new Set(like.slice(-mostClosings).filter((at) => !tells(lines[at] ?? '', signer)))
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
  return (bare.length <= 120 && device.test(bare)) || notice.test(line.slice(0, 500))
}

function soundsLikeClosing(line: string): boolean {
  return line.length <= 120 && (signatureBegins.test(line) || closing.test(line))
}

function isThanks(line: string): boolean {
  return thanking.test(line.trim())
}

function isSalutation(line: string): boolean {
  return line.length <= 120 && salutation.test(line)
}
