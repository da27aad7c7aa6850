/** "Pada Rab, 14 Jan 2026 pukul 09.00 LAPOR! <…> menulis:", in the languages of the mail programs of this country; on one line or broken. Zoho draws dashes around it. */
const intro =
  /^\s*>*\s*(?:-{2,}\s*)?(?:(?:pada|on)\b(?=.{0,200}(?:\b20\d\d\b|@)).{4,300}?(?:menulis|wrote)|.{4,300}?<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote)|(?:pada|on)\b.{4,200}<[^<>\s]+@[^<>\s]+>)\s*[:：]?(?:\s*-{2,})?\s*$/i

/** A line on which an introduction begins that ends on one of the next two. */
const introBegins = /^\s*(?:-{2,}\s*)?(?:pada|on)\b.*\d/i

/** The same on one line with what is quoted, as Yahoo writes it: it leaves a gap between. */
const introAndQuote = /^\s*(?:pada|on)\b.{4,300}?<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote)\s*:\s{2,}\S/i

/** As programs write it over the letter that is answered. */
export const quotedBelow = '-----Original Message-----'

const divider =
  /^\s*-{2,}\s*(?:original(?: message)?|reply message|balasan asli|pesan asli|pesan asal|mesej asal|pesan sebelumnya|forwarded message|pesan terusan|pesan yang diteruskan|balasan di atas)\s*-{2,}\s*$/i

/** What programs write over a letter that is passed on. */
const passedOn =
  /^\s*-{2,}\s*(?:forwarded message|pesan terusan|pesan yang diteruskan)\s*-{2,}\s*$|^\s*begin forwarded message\s*:|^\s*mulai (?:pesan|meneruskan) (?:terusan|pesan)\s*:/i

/** People draw such lines too: it divides where the head of a letter follows. */
const bareLine = /^\s*(?:-{5,}|_{3,})\s*$/

/**
 * Outlook's head of the letter that is answered: from an address, then when or to whom; without an address when and about what, from us or below a
 * line. "Dari: simpang Oeba, Ke: pasar Inpres" is a road, "Dari: simpang Oeba, Tanggal: 3 Maret, Perihal: lampu" a report.
 */
const fromLine = /^\s*\*?(?:from|dari)\s*:\*?\s*\S/i
const addressLine = /^\s*\*?\p{L}[\p{L}\p{M} ]{0,12}:\*?.{0,80}[\w.]@\w/u
const sentLine = /^\s*\*?(?:sent|date|dikirim|tanggal)\s*:/i
const aboutLine = /^\s*\*?(?:subject|perihal|subjek)\s*:/i
const ours = /lapor!/i
const toLine = /^\s*\*?(?:to|kepada|ke)\s*:/i
const headLines = 5

/** The same in any language: people do not write their address in angle brackets. */
const bracketedLine = /^\s*\*?\p{L}[\p{L}\p{M} ]{0,12}\s*[:：].{0,80}<[^<>\s]+@[^<>\s]+>\s*$/u
const labelledLine = /^\s*\*?\p{L}[\p{L}\p{M} ]{0,12}\s*[:：]\*?\s*\S/u

/** Some line over what is marked as quoted, in any language: it ends in a colon, and says when, whose letter or by which verb. */
const introOfMarked =
  /(?:<[^<>\s]+@[^<>\s]+>|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b20\d\d\b|20\d\d年|wrote|menulis).{0,80}[:：]\s*$/i

const isMarked = (line: string) => /^\s*>/.test(line)

const moreThan = /^\s*>\s?(?:\d|\p{Ll})(?!.*\?\s*$)/u
const firstLines = 3

/** As long as programs make a line that they break; what stands below such a line, and goes on in small letters, may be the rest of it. */
const brokenAt = 70

/**
 * What somebody wrote in answer: up to the letter that they quote, and, where its lines are marked as quoted, also between and below them.
 * A letter of somebody else's that they pass on below is part of it. Empty where nothing tells their words from the letter.
 */
export function withoutQuotes(text: string): string {
  const lines = text.split('\n')
  if (isHandTyped(lines)) return text.trim()
  const quote = firstQuote(lines)
  const passed = lines.findIndex((line, at) => at <= (quote?.at ?? -1) && isOfAnother(lines, at))
  if (passed > 0 && lines.slice(0, passed).some((line) => line.trim() !== '' && !isMarked(line)))
    return [
      notMarked(lines.slice(0, passed)),
      lines
        .slice(passed + 1)
        .join('\n')
        .trim(),
    ].join('\n\n')
  const above = notMarked(lines.slice(0, quote?.at))
  if (!quote) return above
  const rest = lines.slice(quote.at + quote.length)
  const begins = rest.find((line) => line.trim() !== '') ?? ''
  if (above && !isMarked(begins)) return above
  const below = rest.some(isMarked)
    ? notMarked(rest.filter((line, at) => !isIntroOf(rest, at) && !isDivider(line) && !isRest(rest, at)))
    : ''
  return [above, below].filter(Boolean).join('\n')
}

/**
 * "> 3 bulan tidak ada perbaikan" is more than three months: the only such line, among the first, where no letter is quoted. What begins with a capital, or
 * asks, may be our question.
 */
function isHandTyped(lines: readonly string[]): boolean {
  const at = lines.findIndex(isMarked)
  if (at < 0 || lines.findLastIndex(isMarked) !== at || !moreThan.test(lines[at] ?? '')) return false
  const above = lines.slice(0, at).filter((line) => line.trim() !== '')
  return above.length < firstLines && !firstQuote(lines)
}

/** A letter passed on that is none of ours: its head says who wrote it. */
function isOfAnother(lines: readonly string[], at: number): boolean {
  if (!passedOn.test(lines[at] ?? '')) return false
  const head = lines.slice(at + 1, at + 1 + headLines)
  const writer = head.find((line) => fromLine.test(line.slice(0, 200)))
  return writer !== undefined && !/lapor/i.test(writer)
}

function notMarked(lines: readonly string[]): string {
  return lines
    .filter((line) => !isMarked(line))
    .join('\n')
    .trim()
}

function firstQuote(lines: readonly string[]): { at: number; length: number } | undefined {
  for (const at of lines.keys()) {
    const length = introLength(lines, at)
    if (length > 0) return { at, length }
  }
  return undefined
}

/** How many lines the head of a quoted letter takes that begins here, as far as it can be told; 0 where none begins. */
function introLength(lines: readonly string[], index: number): number {
  const line = lines[index] ?? ''
  if (isIntroOf(lines, index) || divider.test(line) || introAndQuote.test(line.slice(0, 500))) return 1
  const next = lines.slice(index + 1, index + 1 + headLines)
  const written = next.filter((after) => after.trim() !== '')
  if (bareLine.test(line))
    return isHead(written, true) || divider.test(written[0] ?? '') ? 1 + next.indexOf(written[0] ?? '') + 1 : 0
  if (
    bracketedLine.test(line.slice(0, 300)) &&
    next.slice(0, 2).every((after) => labelledLine.test(after.slice(0, 60)))
  )
    return 1
  if (fromLine.test(line)) return isHead([line, ...next]) ? 1 : 0
  if (line.length > 200 || !introBegins.test(line)) return 0
  if (isIntro(`${line} ${next[0] ?? ''}`)) return 2
  return isIntro(`${line} ${next[0] ?? ''} ${next[1] ?? ''}`) ? 3 : 0
}

function isIntroOf(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (isIntro(line)) return true
  if (line.length > 300 || isMarked(line) || !introOfMarked.test(line)) return false
  return isMarked(lines.slice(at + 1, at + 1 + headLines).find((after) => after.trim() !== '') ?? '')
}

function isRest(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1] ?? ''
  return isMarked(before) && before.length >= brokenAt && /^["\p{Ll}]/u.test(lines[at] ?? '')
}

/** @param isBelowLine in whatever language: the line above it says the rest */
function isHead([first = '', ...next]: readonly string[], isBelowLine = false): boolean {
  const has = (pattern: RegExp) => next.some((line) => pattern.test(line.slice(0, 120)))
  const start = first.slice(0, 200)
  if (addressLine.test(start) && (isBelowLine || fromLine.test(start)))
    return isBelowLine || has(sentLine) || has(toLine) || has(aboutLine)
  const isWritten = isBelowLine || ours.test(start) || has(ours)
  return isWritten && fromLine.test(start) && has(sentLine) && has(aboutLine)
}

function isDivider(line: string): boolean {
  return divider.test(line) || bareLine.test(line)
}

function isIntro(line: string): boolean {
  return line.length <= 400 && intro.test(line)
}
