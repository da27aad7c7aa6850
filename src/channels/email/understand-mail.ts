import { readWords } from '../sms/understand/read-words.ts'
import {
  type Keyword,
  type OwnReport,
  type Secrecy,
  type Understood,
  understand,
} from '../sms/understand/understand.ts'

/** A longer mail is not a word of command, whatever it begins with. */
const longestCommand = 160

/** What a mail wants; as an SMS, and with the title that its subject gives a report. */
export type MailUnderstood = Understood | (Extract<Understood, { kind: 'file' }> & { title?: string })

/** An answer to one of our letters: about that report, whatever else it says. */
export function understandReply(text: string, own: OwnReport): Understood {
  const { trackingId } = own
  const reply: Understood = { kind: 'reply', trackingId, text }
  if (text.length > longestCommand) return reply
  const understood = understand(text, [], [own])
  switch (understood.kind) {
    case 'file':
    case 'keyword_alone':
      return reply
    case 'ask':
      return ['why_not', 'yes_or_no'].includes(understood.question) ? understood : reply
    case 'status':
      return { kind: 'status', trackingId }
    default:
      return understood
  }
}

/**
 * A mail that answers nothing: a new report, titled by its subject; or a command, where it says nothing else. An office's keyword and a wish
 * for secrecy count in subject and text.
 * @param tag what stands behind the plus in the address it was sent to: an office's keyword there counts too
 */
export function understandNew(
  subject: string,
  text: string,
  keywords: readonly Keyword[],
  tag?: string,
): MailUnderstood {
  const about = withoutMarks(subject)
  const atDoor = keywords.find(({ word }) => word === tag?.toUpperCase())
  const inSubject = about ? understand(about, keywords, []) : undefined
  const wish = wishIn(about)
  // Nothing but the wish is said below a subject that says what happened.
  if (!text || (about && wishIn(text) && readWords(text).length <= wishWords)) {
    const raise = wishIn(text) ?? wish
    if (inSubject?.kind === 'file') return withOffice({ ...inSubject, ...(raise ? { raise } : {}) }, atDoor)
    return text ? { kind: 'ask', question: 'what_happened' } : (inSubject ?? { kind: 'nothing' })
  }
  const inText = understand(text, keywords, [])
  if (isCommand(inText) && text.length <= longestCommand && (!about || inText.kind !== 'ask')) return inText
  const office = officeIn(inText) ?? officeIn(inSubject)
  const raise = (inText.kind === 'file' ? inText.raise : undefined) ?? wish
  const title =
    inSubject?.kind === 'file' ? inSubject.text : wish || inSubject?.kind === 'keyword_alone' ? undefined : about
  return withOffice(
    {
      kind: 'file',
      text: inText.kind === 'file' ? inText.text : text,
      ...(title ? { title } : {}),
      ...(office ? { agencyId: office } : {}),
      ...(raise ? { raise } : {}),
    },
    atDoor,
  )
}

const wishWords = 3

/** RAHASIA or ANONIM at the beginning, beside an office's keyword or alone: rather hidden once too often than not. */
function wishIn(text: string): Secrecy | undefined {
  const first = readWords(text).slice(0, wishWords)
  return (['confidential', 'anonymous'] as const).find((wish) => first.some(({ might }) => might.includes(wish)))
}

function isCommand({ kind }: Understood): boolean {
  return kind !== 'file' && kind !== 'keyword_alone' && kind !== 'reply'
}

function officeIn(understood: Understood | undefined): string | undefined {
  return understood?.kind === 'file' || understood?.kind === 'keyword_alone' ? understood.agencyId : undefined
}

function withOffice(understood: MailUnderstood, keyword: Keyword | undefined): MailUnderstood {
  return understood.kind === 'file' && !understood.agencyId && keyword
    ? { ...understood, agencyId: keyword.agencyId }
    : understood
}

/** Re:, Fwd:, Bls:, Trs:, [list]: what programs put before a subject. */
function withoutMarks(subject: string): string {
  return subject.replace(/^\s*(?:(?:re|fwd?|bls|balas|trs|terusan|aw|sv)\s*(?:\[\d+\])?\s*:\s*)+/i, '').trim()
}
