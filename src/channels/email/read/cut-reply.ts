/** "Pada Rab, 14 Jan 2026 pukul 09.00 LAPOR! <…> menulis:", in the languages of the mail programs of this country; on one line or broken. */
const intro =
  /^\s*>*\s*(?:(?:pada|on)\b(?=.{0,200}(?:\b20\d\d\b|@)).{4,300}?(?:menulis|wrote)|.{4,300}?<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote)|(?:pada|on)\b.{4,200}<[^<>\s]+@[^<>\s]+>)\s*[:：]?\s*$/i

/** A line on which an introduction begins that ends on one of the next two. */
const introBegins = /^\s*(?:pada|on)\b.*\d/i

const divider =
  /^\s*(?:-{2,}\s*(?:original message|pesan asli|pesan sebelumnya|forwarded message|pesan terusan|pesan yang diteruskan|balasan di atas)\s*-{2,}|-{5,}|_{8,})\s*$/i

/** Outlook's block over the letter that is answered: From, then Sent or To. */
const fromLine = /^\s*\*?(?:from|dari)\s*:\*?\s*\S/i
const sentLine = /^\s*\*?(?:sent|date|to|dikirim|tanggal|kepada|ke|subject|perihal|subjek)\s*:/i

/** "-- " is what programs write; people write "--". */
const signatureBegins = /^--\s?$/
const device =
  /^\s*(?:(?:sent|get|kirim|dikirim|terkirim|diposting)\b.{0,20}\b(?:from|dari|via|melalui|menggunakan)\b.{2,80}|get outlook for .{2,40}|dapatkan outlook untuk .{2,40}|yahoo ?mail.{0,60}|powered by .{2,40})$/i
const closing =
  /^\s*(?:(?:demikian,? )?(?:salam|hormat|wassalam)[^.?!]{0,30}|(?:best |kind |warm )?regards|terima ?kasih|trims|thanks?(?: you)?|tks|thx|atas perhatian[^.]{0,60}(?:terima ?kasih)?)\s*[,.!]?\s*$/i

/** "Yth Bapak Bupati,": what follows is the letter, also below a line of dashes. */
const salutation =
  /^\s*(?:(?:yth|kepada|kpd|dengan hormat|selamat (?:pagi|siang|sore|malam)|salam|ass?alamu|halo|hai|dear|bapak|ibu|pak|bu)\b[^,.:;!?]{0,50}(?:\.\s?[^,.:;!?]{1,50})?[,:]|dengan hormat\.?)?\s*$/i

/** An afterthought below the name. */
const afterthought = /^\s*(?:nb|n\.b|p\.?s|catatan|tambahan)\b\.?\s*[:.,-]?\s*\S/i

const mostAfterClosing = 8
const longestName = 60

/** What somebody wrote in answer: up to the letter that they quote. Empty where they wrote below it; then the lines that are no quotes. */
export function withoutQuotes(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, index) => beginsQuote(lines, line, index))
  const above = (at < 0 ? lines : lines.slice(0, at))
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim()
  if (above || at < 0) return above
  const below = lines.slice(at + 1).filter((line) => !/^\s*>/.test(line) && !isIntro(line) && !divider.test(line))
  return lines.some((line) => /^\s*>/.test(line)) ? below.join('\n').trim() : ''
}

function beginsQuote(lines: readonly string[], line: string, index: number): boolean {
  if (isIntro(line) || divider.test(line)) return true
  const next = lines.slice(index + 1, index + 4)
  if (fromLine.test(line)) return next.some((after) => sentLine.test(after))
  if (line.length > 200 || !introBegins.test(line)) return false
  return isIntro(`${line} ${next[0] ?? ''}`) || isIntro(`${line} ${next[0] ?? ''} ${next[1] ?? ''}`)
}

function isIntro(line: string): boolean {
  return line.length <= 400 && intro.test(line)
}

/** Without the signature and what a program says of itself; with whom it thanks, but without the name below. */
export function withoutSignature(text: string): string {
  const lines = text.split('\n')
  const said = lines.findIndex((line) => !signatureBegins.test(line) && !isSalutation(line))
  const marked = lines.findIndex((line, at) => at > said && said >= 0 && signatureBegins.test(line))
  const kept = (marked < 0 ? lines : lines.slice(0, marked)).filter((line) => !device.test(line.slice(0, 200)))
  const last = lastWritten(kept)
  const from = Math.max(0, last - mostAfterClosing)
  const close = kept.findIndex((line, at) => at >= from && at > 0 && closing.test(line.slice(0, 120)))
  if (close < 0) return kept.join('\n').trim()
  const more = kept.findIndex((line, at) => at > close && afterthought.test(line.slice(0, 120)))
  const end = more < 0 ? kept.length : more
  const below = kept.slice(close + 1, end)
  return below.every((line) => line.trim().length <= longestName)
    ? [...kept.slice(0, close), ...kept.slice(end)].join('\n').trim() || text.trim()
    : kept.join('\n').trim()
}

function isSalutation(line: string): boolean {
  return line.length <= 120 && salutation.test(line)
}

function lastWritten(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '')
}
