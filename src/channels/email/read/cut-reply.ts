/** "Pada Rab, 14 Jan 2026 pukul 09.00 LAPOR! <…> menulis:", in the languages of the mail programs of this country; on one line or broken. */
const intro =
  /^\s*>*\s*(?:(?:pada|on)\b(?=.{0,200}(?:\b20\d\d\b|@)).{4,300}?(?:menulis|wrote)|.{4,300}?<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote)|(?:pada|on)\b.{4,200}<[^<>\s]+@[^<>\s]+>)\s*[:：]?\s*$/i

/** A line on which an introduction begins that ends on one of the next two. */
const introBegins = /^\s*(?:pada|on)\b.*\d/i

/** The same on one line with what is quoted, as Yahoo writes it: it leaves a gap between. */
const introAndQuote = /^\s*(?:pada|on)\b.{4,300}?<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote)\s*:\s{2,}\S/i

const divider =
  /^\s*-{2,}\s*(?:original message|pesan asli|pesan sebelumnya|forwarded message|pesan terusan|pesan yang diteruskan|balasan di atas)\s*-{2,}\s*$/i

/** People draw such lines too: it divides where the head of a letter follows. */
const bareLine = /^\s*(?:-{5,}|_{3,})\s*$/

/**
 * Outlook's head of the letter that is answered: from an address, then when or to whom; without an address when and about what. "Dari:
 * simpang Oeba, Ke: pasar Inpres" is a road.
 */
const fromLine = /^\s*\*?(?:from|dari)\s*:\*?\s*\S/i
const addressLine = /^\s*\*?\p{L}[\p{L}\p{M} ]{0,12}:\*?.{0,80}[\w.]@\w/u
const sentLine = /^\s*\*?(?:sent|date|dikirim|tanggal)\s*:/i
const aboutLine = /^\s*\*?(?:subject|perihal|subjek)\s*:/i
const toLine = /^\s*\*?(?:to|kepada|ke)\s*:/i
const headLines = 5

/** The same in any language: people do not write their address in angle brackets. */
const bracketedLine = /^\s*\*?\p{L}[\p{L}\p{M} ]{0,12}\s*[:：].{0,80}<[^<>\s]+@[^<>\s]+>\s*$/u
const labelledLine = /^\s*\*?\p{L}[\p{L}\p{M} ]{0,12}\s*[:：]\*?\s*\S/u

/** What somebody wrote in answer: up to the letter that they quote. Empty where they wrote below it; then the lines that are no quotes. */
export function withoutQuotes(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, index) => beginsQuote(lines, line, index))
  const above = (at < 0 ? lines : lines.slice(0, at))
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim()
  if (above || at < 0) return above
  const below = lines.slice(at + 1).filter((line) => !/^\s*>/.test(line) && !isIntro(line) && !isDivider(line))
  return lines.some((line) => /^\s*>/.test(line)) ? below.join('\n').trim() : ''
}

function beginsQuote(lines: readonly string[], line: string, index: number): boolean {
  if (isIntro(line) || divider.test(line) || introAndQuote.test(line.slice(0, 500))) return true
  const next = lines.slice(index + 1, index + 1 + headLines)
  if (bareLine.test(line))
    return isHead(
      next.filter((after) => after.trim() !== ''),
      true,
    )
  if (
    bracketedLine.test(line.slice(0, 300)) &&
    next.slice(0, 2).every((after) => labelledLine.test(after.slice(0, 60)))
  )
    return true
  if (fromLine.test(line)) return isHead([line, ...next])
  if (line.length > 200 || !introBegins.test(line)) return false
  return isIntro(`${line} ${next[0] ?? ''}`) || isIntro(`${line} ${next[0] ?? ''} ${next[1] ?? ''}`)
}

/** @param isBelowLine in whatever language: the line above it says the rest */
function isHead([first = '', ...next]: readonly string[], isBelowLine = false): boolean {
  const has = (pattern: RegExp) => next.some((line) => pattern.test(line.slice(0, 120)))
  const start = first.slice(0, 200)
  if (addressLine.test(start) && (isBelowLine || fromLine.test(start)))
    return isBelowLine || has(sentLine) || has(toLine) || has(aboutLine)
  return fromLine.test(start) && has(sentLine) && has(aboutLine)
}

function isDivider(line: string): boolean {
  return divider.test(line) || bareLine.test(line)
}

function isIntro(line: string): boolean {
  return line.length <= 400 && intro.test(line)
}
