import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { signerOf } from './read/signer.ts'
import { withoutOwnLetter, withoutTokens } from './read/cut-own-letter.ts'
import { withoutQuotes } from './read/cut-reply.ts'
import { withoutSignature } from './read/cut-signature.ts'
import { htmlWithQuotes, markedSignature } from './read/html-to-plain.ts'
import { longestRead, type Mail } from './read/mail.ts'

/** Five times what a form takes. */
const longest = 100_000

const t = wordsIn('id')

/**
 * What somebody wrote in answer, and nothing of what they quote, of their signature or of their address: offices read it.
 * @param isAsked our question waits for what they tell of themselves
 */
export function ownReply(mail: Mail, sender: string, isAsked = false): string {
  const marked = mail.html ? withoutQuotes(clean(htmlWithQuotes(mail.html).slice(0, longestRead))) : ''
  const text = saysSomething(marked) ? marked : withoutQuotes(clean(mail.text))
  const own = withoutSignature(withoutOwnLetter(text), signerOf(mail), isAsked)
  return atLongest(withoutAddress(withAttached(own, mail), sender))
}

/** What a mail that answers nothing says; a letter that it passes on is part of it. */
export function ownComplaint(mail: Mail, sender = '', cut = false): string {
  const text = withoutAddress(withAttached(unsigned(mail), mail), sender)
  return atLongest(text, cut)
}

/** @param cut whether more was lost before */
function atLongest(text: string, cut = false): string {
  const isCut = cut || text.length > longest
  return isCut ? `${text.slice(0, longest).toWellFormed()}\n${t.mail_in_cut}` : text
}

/** A mark of ours below which somebody says something is none. */
function unsigned(mail: Mail): string {
  const text = clean(mail.text)
  const left = withoutSignature(withMark(text, mail.html), signerOf(mail))
  return /^-- ?$/m.test(left) ? withoutSignature(text, signerOf(mail)) : left
}

/** A signature that only the page marks is marked among the words too, where it ends them: whatever name stands in it. */
function withMark(text: string, html = ''): string {
  if (!/gmail_signature|moz-signature|Signature/.test(html)) return text
  const signed = linesOf(clean(markedSignature(html)))
  const lines = text.trimEnd().split('\n')
  let at = lines.length
  for (const line of signed.reverse()) {
    at = lines.findLastIndex((one, before) => before < at && one.trim() !== '')
    if (lines[at]?.trim() !== line) return text
  }
  return signed.length > 0 && at > 0 ? [...lines.slice(0, at), '-- ', ...lines.slice(at)].join('\n') : text
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}

/** And what they wrote into a file. */
function withAttached(text: string, mail: Mail): string {
  const attached = mail.attached.map((words) => withoutSignature(clean(words), signerOf(mail)))
  if (attached.length === 0) return text
  const said = attached.join('\n\n')
  return saysSomething(text) ? `${text}\n\n${t.mail_in_attached}\n${said}` : said
}

function clean(text: string): string {
  return cleanText(text)
    .replace(/(?<!^--)[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** By which they are known, and what acts on their report, is sealed; what is public must not repeat it. */
function withoutAddress(written: string, sender: string): string {
  const text = withoutTokens(written)
  if (!sender) return text
  const literal = sender.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`(?:mailto:)?${literal}`, 'gi'), t.mail_in_address)
}
