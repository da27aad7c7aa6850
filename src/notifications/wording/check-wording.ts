import { wordsIn } from '../../ui/words/index.ts'
import { stages } from '../../report/lifecycle.ts'
import { digest, isForReporter, publicAnswer } from '../table.ts'
import { deliveredWording, isMailAnswer, type WordedDoor, type Wording, type WordingName } from './delivered.ts'
import { fill, type FillValues, namesIn, type Placeholder } from './fill.ts'
import { officesIn, tellsSecrecy } from './neutral.ts'
import { lettersInOnePost, lettersOnX } from './one-post.ts'
import { isOnEveryPhone, lettersInOneSms } from './one-sms.ts'

/** Why words cannot be said so; `what`: the placeholder, office or count that it is about. */
export type Fault = {
  field: 'subject' | 'words'
  why:
    | 'empty'
    | 'long'
    | 'unknown'
    | 'missing'
    | 'brackets'
    | 'secrecy'
    | 'office'
    | 'link'
    | 'letters'
    | 'too_long_for_sms'
    | 'too_long_for_x'
  what?: string
}

/** Letters of a subject and of a letter's own words. */
const most = { subject: 120, words: 1200 } as const

/** What these words may speak of; `required` are those that the delivered words speak of. */
export function placeholdersOf(
  door: WordedDoor,
  name: WordingName,
): { allowed: Placeholder[]; required: Placeholder[] } {
  const required = namesIn(deliveredWording(door, name)?.words ?? '') as Placeholder[]
  return { required, allowed: [...new Set([...required, ...besides(door, name)])] }
}

/** On X the report's page stands on a line of its own; the letter around an answer to a mail names the number, if there is one, and a digest has many. */
function besides(door: WordedDoor, name: WordingName): Placeholder[] {
  if (door === 'email') return isMailAnswer(name) || name === digest ? [] : ['nomor']
  if (!isForReporter(name)) return []
  return door === 'x' ? ['nomor'] : ['nomor', 'tautan']
}

/**
 * What is wrong with words that somebody wrote; empty when they may be sent.
 * @param offices names that no message may spell out
 */
export function checkWording(
  door: WordedDoor,
  name: WordingName,
  { subject, words }: Wording,
  { offices, baseUrl }: { offices: readonly string[]; baseUrl: string },
): Fault[] {
  const faults: Fault[] = []
  const { allowed, required } = placeholdersOf(door, name)
  const find = (field: Fault['field'], why: Fault['why'], what?: string) => faults.push({ field, why, what })
  for (const [field, text] of [
    ['subject', subject ?? undefined],
    ['words', words],
  ] as const) {
    if (text === undefined) continue
    if (!text.trim()) find(field, 'empty')
    if (text.length > most[field]) find(field, 'long', String(most[field]))
    for (const one of namesIn(text))
      if (field === 'subject' || !(allowed as string[]).includes(one)) find(field, 'unknown', `{${one}}`)
    if (!isBalanced(text)) find(field, 'brackets')
    // BANTUAN names the commands, which are words of whoever writes.
    if (tellsSecrecy.test(text) && name !== 'help' && name !== 'mail_help') find(field, 'secrecy')
    const [office] = officesIn(text, offices)
    if (office) find(field, 'office', office)
    if (/https?:|www\.|\b[a-z0-9-]+\.(?:id|com|net|org)\b/i.test(text)) find(field, 'link')
  }
  for (const one of required) if (!namesIn(words).includes(one)) find('words', 'missing', `{${one}}`)
  if (faults.length > 0 || door === 'email') return faults
  return door === 'sms' ? tooMuchForOne(words, baseUrl) : tooMuchForAPost(name, words, baseUrl)
}

/** With the longest of everything that it may say. What an office said is cut to what is left (`Texter.fit`). */
function tooMuchForOne(words: string, baseUrl: string): Fault[] {
  const longest = fill(words, longestValues(baseUrl)).trim()
  if (!isOnEveryPhone(longest)) return [{ field: 'words', why: 'letters' }]
  if (longest.length <= lettersInOneSms) return []
  return [{ field: 'words', why: 'too_long_for_sms', what: String(longest.length) }]
}

/** The page of the report comes after it, on a line of its own; only the public answer names it within. */
function tooMuchForAPost(name: WordingName, words: string, baseUrl: string): Fault[] {
  const values = longestValues(baseUrl)
  const text = fill(words, values).trim()
  const length = lettersOnX(name === publicAnswer ? text : `${text}\n${values.tautan}`)
  return length <= lettersInOnePost ? [] : [{ field: 'words', why: 'too_long_for_x', what: String(length) }]
}

export function longestValues(baseUrl: string): FillValues {
  const t = wordsIn('id')
  const labels = stages.map((stage) => t[`report_stage_${stage}`])
  return {
    nomor: '8K2F7T4QX',
    tenggat: 'Minggu 27 September 2026',
    tautan: `${baseUrl}/lacak?id=8K2F7T4QX`,
    kata_kunci: 'KABKEPULAUANMERANTI',
    tanggal: 'Minggu 27 September 2026',
    status: labels.reduce((one, other) => (one.length >= other.length ? one : other)),
    ucapan: '...',
  }
}

/** Every brace and bracket has its other, none within another of its kind, and brackets speak of something. */
function isBalanced(text: string): boolean {
  const rest = text.replace(/\{[^{}[\]]*\}/g, '•').replace(/\[[^[\]{}]*•[^[\]{}]*\]/g, '')
  return !/[{}[\]]/.test(rest)
}
