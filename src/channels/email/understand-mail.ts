import { withoutWishes } from '../arrivals/without-wishes.ts'
import { answersNothing } from '../sms/understand/answers-nothing.ts'
import { idles } from '../sms/understand/idles.ts'
import { askedInstead } from '../sms/understand/judge-and-file.ts'
import { partHeard } from '../sms/understand/part-heard.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { type Keyword, type OwnReport, type Understood, understand } from '../sms/understand/understand.ts'
import { wishIn } from '../sms/understand/wish-in.ts'
import { asksToWithdraw } from '../sms/understand/withdraw.ts'
import { troubles } from '../sms/understand/words.ts'
import { asPraise } from '../arrivals/as-praise.ts'
import { starsBeside } from '../sms/understand/stars-beside.ts'

/** A longer mail is not a word of command, whatever it begins with. */
const longestCommand = 160

/** What a mail wants; as an SMS, and with the title that its subject gives a report. */
export type MailUnderstood = Understood | (Extract<Understood, { kind: 'file' }> & { title?: string })

/** An answer to one of our letters: about that report, whatever else it says. Photos that answer our question are an answer. */
export function understandReply(text: string, own: OwnReport, hasPhotos = false): Understood {
  const { trackingId } = own
  const reply: Understood = { kind: 'reply', trackingId, text }
  if (hasPhotos && own.awaits === 'details') return reply
  if (text.length > longestCommand) return asPraise(text, own) ?? reply
  const understood = askedInstead(understand(text, [], [own]), trackingId)
  const told = asPraise(text, own) ?? reply
  switch (understood.kind) {
    case 'file':
    case 'keyword_alone':
    case 'reply':
      return understood.kind === 'reply' && told === reply ? understood : told
    case 'ask':
      // "CEK 12345": whatever number is said, no word of it is for the office.
      if (understood.question === 'no_such_report' && readWords(text).some(({ means }) => means === 'check'))
        return { kind: 'status', trackingId }
      return ['why_not', 'yes_or_no'].includes(understood.question) ? understood : told
    case 'status':
      // "Baik, Pak" below our question is its answer.
      return understood.agrees || isAfterwards(text, own) ? told : { kind: 'status', trackingId }
    case 'several': {
      // "NILAI 5 pelayanan cepat": what is said beside the stars is told with them.
      const rated = understood.each.find(({ kind }) => kind === 'rate')
      if (rated && starsBeside(text, own)) return rated
      return understood.each.find(({ kind }) => kind === 'reply') ?? understood
    }
    default:
      return understood
  }
}

/** Thanks that interrupt nothing are there to be read. */
function isAfterwards(text: string, { open, awaits }: OwnReport): boolean {
  return ((!open || !awaits) && answersNothing(text) === 'kindness') || (!open && idles(text))
}

/** `tag`: what stands behind the plus in the address it was sent to: an office's keyword there counts too. */
type Beside = { tag?: string; hasPhotos?: boolean }

/**
 * A mail that answers nothing: a new report, titled by its subject; or a command, where it says nothing else and shows nothing. An office's
 * keyword and a wish for secrecy count in subject and text.
 */
export function understandNew(
  subject: string,
  text: string,
  keywords: readonly Keyword[],
  { tag, hasPhotos = false }: Beside = {},
): MailUnderstood {
  const about = withoutMarks(subject)
  const atDoor = keywords.find(({ word }) => word === tag?.toUpperCase())
  const inSubject = about ? understand(about, keywords, []) : undefined
  const wish = wishIn(about)
  const tells = tellsTrouble(about, inSubject)
  // Nothing but the wish is said below a subject that says what happened.
  if (!text || (about && wishIn(text) && withoutWishes(text) === text)) {
    const raise = wishIn(text) ?? wish
    const said = inSubject?.kind === 'file' ? inSubject : tells && ({ kind: 'file', text: about } as const)
    if (said) return withOffice({ ...said, ...(raise ? { raise } : {}) }, atDoor)
    if (!hasPhotos) return text ? { kind: 'ask', question: 'what_happened' } : (inSubject ?? { kind: 'nothing' })
  }
  const inText = understand(text, keywords, [])
  // "Pencabutan laporan" above it says no more.
  if (!hasPhotos && asksToWithdraw(text) && !tells) return inText
  if (!hasPhotos && isCommand(inText, about, tells || tellsTrouble(text, inText)) && text.length <= longestCommand)
    return inText
  const office = officeIn(inText) ?? officeIn(inSubject)
  const raise = (inText.kind === 'file' ? inText.raise : wishIn(text)) ?? wish
  const title =
    inSubject?.kind === 'file' ? inSubject.text : wish || inSubject?.kind === 'keyword_alone' ? undefined : about
  return withOffice(
    {
      kind: 'file',
      text: inText.kind === 'file' ? inText.text : text || about,
      ...(title && text ? { title } : {}),
      ...(office ? { agencyId: office } : {}),
      ...(raise ? { raise } : {}),
    },
    atDoor,
  )
}

/** Says what happened, so that "mohon bantuan" below asks for help with it. Subjects that programs or our own letters wrote say nothing. */
export function tellsTrouble(about: string, inSubject = understand(about, [], [])): boolean {
  if (writtenForThem.test(about)) return false
  return inSubject?.kind === 'file' || readWords(partHeard(about).heard).some(({ word }) => troubles.has(word))
}

const writtenForThem =
  /^lapor!(?:\s[a-z\d-]{9,11})?:|^\W*(?:(?:tanpa|tidak ada) (?:subjek|judul)|no(?:ne)? subject)\W*$/i

/** Whoever names the number of a report asks about that one, whatever the subject says. */
function isCommand(understood: Understood, about: string, tells: boolean): boolean {
  const { kind } = understood
  if (kind === 'file' || kind === 'keyword_alone' || kind === 'reply') return false
  if (tells) return kind === 'status' && understood.trackingId !== undefined
  return !about || kind !== 'ask'
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
export function withoutMarks(subject: string): string {
  return subject.replace(/^\s*(?:(?:re|fwd?|bls|balas|trs|terusan|aw|sv)\s*(?:\[\d+\])?\s*:\s*)+/i, '').trim()
}
