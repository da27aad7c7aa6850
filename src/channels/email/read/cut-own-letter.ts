import { wordsIn } from '../../../ui/words/index.ts'

const t = wordsIn('id')

/** In the links of our letters and in the addresses that answer them: whoever holds one ends the news of a report, or opens it. */
const token = String.raw`(?:[a-z2-7]{42}|[a-z2-7]{16})`
const address = /[\w.-]{1,64}\+[a-z2-7]{42}@[\w.-]+/gi
const link = new RegExp(
  String.raw`(?:https?:\/\/[\w.:-]{1,200})?\/(?:berhenti|b)\/${token}(?![a-z0-9])|(?<![a-z0-9])[a-z2-7]{42}(?![a-z0-9])`,
  'gi',
)

const heading = new RegExp(
  String.raw`^[\s>|*]*${escaped(t.notifications_report(''))}\s?[0-9a-z]{3}-[0-9a-z]{3}-[0-9a-z]{3}\s*\*?$`,
  'i',
)
/** With these a line of every letter of ours begins. */
const sentences = [
  firstOf(t.mail_footer),
  firstOf(t.mail_footer_unanswered),
  firstOf(t.notifications_footer_reporter),
  `${t.mail_footer_stop}:`,
]
const ending = new RegExp(String.raw`/berhenti/[a-z2-7]{42}(?![a-z0-9])`, 'i')

/** A line over it by which a program says whose letter follows. */
const leads =
  /<[^<>\s]+@[^<>\s]+>|lapor!|^[\s>*|_=-]+$|^\s*\*?(?:from|dari|sent|date|dikirim|terkirim|tanggal|to|ke|kepada|cc|subject|subjek|perihal)\s*:|\d.{0,60}[:：][\s-]*$/iu
const mostLead = 6
const longestLead = 300

/**
 * Without a letter of ours that some program quotes as none that we know does: from its number to its last line, with what leads to it. Whoever
 * writes below is read. No link or address that acts on a report is left, wherever it stands.
 */
export function withoutOwnLetter(text: string): string {
  const lines = text.split('\n')
  const last = lines.findLastIndex(isOurs)
  if (last < 0) return withoutTokens(text)
  const first = lines.findIndex(isOurs)
  const headed = lines.findLastIndex((line, at) => at < first && heading.test(line))
  let above = headed < 0 ? first : headed
  for (let left = mostLead; left > 0 && above > 0 && isLead(lines[above - 1] ?? ''); left -= 1) above -= 1
  return withoutTokens([...lines.slice(0, above), ...lines.slice(last + 1)].join('\n').trim())
}

/** What opens or ends something by itself is told to nobody. */
export function withoutTokens(text: string): string {
  return text.replace(address, '…').replace(link, '…')
}

function isOurs(line: string): boolean {
  const bare = line.slice(0, 2_000).replace(/^[\s>|*]+/, '')
  return bare === `${t.notifications_open_mine}:` || sentences.some((one) => bare.startsWith(one)) || ending.test(bare)
}

function isLead(line: string): boolean {
  return line.trim() === '' || (line.length <= longestLead && leads.test(line))
}

function firstOf(text: string): string {
  return text.slice(0, text.indexOf('.') + 1)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
