import { headerOf, type Mail } from './mail.ts'

/** Why a mail is none of a person who wants something: it is answered to nobody. */
export type Machine = 'own' | 'loop' | 'auto_reply' | 'list' | 'calendar'

const mostServers = 50

/** What only programs write over a reply of their own. */
const byProgram =
  'automatic reply|auto(?:matic)?[ -]?(?:reply|response|balas)|autoreply|balasan otomatis|jawaban otomatis'
/** What they write as well, and people over a complaint: "Tidak di tempat", about whoever should sit there. */
const byEither = 'out of (?:the )?office|(?:sedang )?di luar kantor|sedang cuti|tidak di (?:kantor|tempat)|read|dibaca'
const marks = String.raw`^\s*(?:(?:re|bls|fwd?):\s*)*`

/** "Automatic reply", "Balasan otomatis: Re: …", "Out of office: LAPOR! 8K2…: …"; "Sedang cuti terus, dokter puskesmas" is a complaint. */
const repliesByItself = new RegExp(
  String.raw`${marks}(?:(?:${byProgram})\s*[.!:]*\s*$|(?:${byProgram}|${byEither})\s*(?::?\s+(?:re|bls|balas|aw|sv)\s*:|:\s*lapor!(?:\s[a-z\d-]{9,11})?:))`,
  'i',
)
const maybeByItself = new RegExp(String.raw`${marks}(?:${byEither})\s*[.!:]*\s*$`, 'i')

/**
 * Auto-replies (RFC 3834), our own letters come back, mails that go round and round, bare invitations.
 * @param isOurs whether a Message-ID or address is one of ours
 */
export function judgeMachine(mail: Mail, isOurs: (written: string) => boolean): Machine | undefined {
  const { headers, messageId, from, text, calendar } = mail
  const says = (name: string) => headerOf(headers, name).toLowerCase()
  if ((messageId && isOurs(messageId)) || (from && isOurs(from))) return 'own'
  if ((headers.get('received')?.length ?? 0) > mostServers) return 'loop'
  const submitted = says('auto-submitted')
  if (submitted && !submitted.startsWith('no')) return 'auto_reply'
  if (headers.has('x-autoreply') || headers.has('x-autorespond')) return 'auto_reply'
  if (says('precedence') === 'auto_reply' || repliesByItself.test(mail.subject)) return 'auto_reply'
  if (/disposition-notification/.test(says('content-type'))) return 'auto_reply'
  return calendar && text.trim() === '' ? 'calendar' : undefined
}

/** What offices' servers and groups of neighbours also write over the mails of people: a human has to look before it is called a machine. */
export function maybeMachine({ headers, subject }: Mail): Machine | undefined {
  const precedence = headerOf(headers, 'precedence').toLowerCase()
  const isList = ['list-id', 'list-unsubscribe', 'list-post'].some((name) => headers.has(name))
  if (isList || precedence === 'list') return 'list'
  const isSilent = headerOf(headers, 'x-auto-response-suppress').toLowerCase() === 'all'
  return isSilent || precedence === 'bulk' || precedence === 'junk' || maybeByItself.test(subject)
    ? 'auto_reply'
    : undefined
}

/** An address of a machine: whoever writes from it cannot be answered. */
export function isNobody(from: string): boolean {
  return /^(?:no-?_?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|tidak-?balas)(?:[+._-].*)?@/.test(from)
}
