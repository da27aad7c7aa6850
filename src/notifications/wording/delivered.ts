import { catalogue } from '../../ui/words/index.ts'
import { readSmsTemplate, readTemplate, type SmsAnswer, type Template } from '../table.ts'

/** The doors whose words can be edited. */
export const wordedDoors = ['email', 'sms'] as const
export type WordedDoor = (typeof wordedDoors)[number]

/** `status_said`: the SMS `status` where an office has said something that whoever holds the phone may read. */
export type WordingName = Template | SmsAnswer | 'status_said'

/** `subject` of letters alone. */
export type Wording = { subject: string | null; words: string }

type Say = (...facts: string[]) => string
const all: Readonly<Record<string, { id: unknown }>> = catalogue

/** With what each SMS is told, in the order of its phrase; the others with a number and a day. */
const factsOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  status: ['nomor', 'status', 'tenggat'],
  status_said: ['nomor', 'status', 'ucapan'],
  unsure_keyword: ['kata_kunci'],
}

/** The words that came with the product, as a desk edits them; undefined where this door never says it. */
export function deliveredWording(door: WordedDoor, name: WordingName): Wording | undefined {
  if (door === 'email') {
    const words = all[`notifications_${name}`]?.id
    if (!readTemplate(name) || words === undefined) return undefined
    return { subject: String(all[`notifications_${name}_subject`]?.id), words: editable(words, ['tenggat']) }
  }
  const words = all[`sms_${name}`]?.id
  if (words === undefined || !(name === 'status_said' || readSmsTemplate(name))) return undefined
  return { subject: null, words: editable(words, factsOf[name] ?? ['nomor', 'tenggat']) }
}

/** A stored or asked name, or undefined for one that is no message of ours. */
export function readWordingName(name: string): WordingName | undefined {
  return readTemplate(name) ?? readSmsTemplate(name) ?? (name === 'status_said' ? name : undefined)
}

/** A phrase with its facts named; what it says only with a day stands in brackets. */
function editable(phrase: unknown, facts: readonly string[]): string {
  if (typeof phrase !== 'function') return String(phrase)
  const say = phrase as Say
  const dated = say(...facts.map((name) => `{${name}}`))
  const dateless = say(...facts.map((name) => (name === 'tenggat' ? '' : `{${name}}`)))
  if (dated === dateless) return dated
  let start = 0
  while (start < dateless.length && dated[start] === dateless[start]) start += 1
  const tail = dateless.length - start
  return `${dated.slice(0, start)}[${dated.slice(start, dated.length - tail)}]${dateless.slice(start)}`
}
