import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { normaliseEmail } from '../../../accounts/contact.ts'
import { saysSomething } from '../../../intake/clean-text.ts'
import { wordsIn } from '../../../ui/words/index.ts'
import { htmlToPlain } from './html-to-plain.ts'
import type { Mail, MailHeaders } from './mail.ts'
import { bareWords, readBroken } from './read-broken.ts'
import { readTextFile } from './read-text-file.ts'
import { innerOfSigned, isSigned } from './signed.ts'
import { withKnownCharset } from './known-charset.ts'

const limits = { maxNestingDepth: 60, maxHeadersSize: 512 * 1024, forceRfc822Attachments: true }

/** Pictures that only decorate a signature: in the text, and smaller than a photo is. */
const smallestInlineBytes = 20_000
const mostPictures = 10
const mostSigned = 3

/** A mail from its octets. What no reader can take apart is read as far as its head and bare text go. Never throws because of what came. */
export async function readMail(raw: Uint8Array, depth = 0): Promise<Mail> {
  let parsed: Email
  try {
    parsed = await PostalMime.parse(withKnownCharset(raw), limits)
  } catch {
    return readBroken(raw)
  }
  const inner = depth < mostSigned ? parsed.attachments.find(isSigned) : undefined
  const said = inner && innerOfSigned(bytesOf(inner))
  if (said) return { ...(await readMail(said, depth + 1)), ...headOf(parsed) }
  const body = await bodyOf(parsed, depth)
  const isSilent = !saysSomething(body.text) && parsed.attachments.length === 0
  const bare = isSilent ? bareWords(raw) : ''
  return { ...headOf(parsed), ...body, ...(saysSomething(bare) ? { text: bare, broken: true } : {}) }
}

const t = wordsIn('id')

type Head = Pick<Mail, 'from' | 'name' | 'subject' | 'messageId' | 'refs' | 'to' | 'headers'>

function headOf(parsed: Email): Head {
  const headers = headersOf(parsed)
  const written = [...(parsed.to ?? []), ...(parsed.cc ?? []), ...(parsed.bcc ?? [])].flatMap(addressesOf)
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap(
    (name) => headers.get(name) ?? [],
  )
  return {
    from: addressesOf(parsed.from).flatMap((address) => normaliseEmail(address) ?? [])[0],
    ...(parsed.from?.name ? { name: parsed.from.name } : {}),
    subject: parsed.subject ?? '',
    messageId: idsIn(parsed.messageId)[0],
    refs: idsIn(`${parsed.inReplyTo ?? ''} ${parsed.references ?? ''}`),
    to: [...written, ...delivered.map((address) => address.replace(/[<>\s]/g, ''))].map((address) =>
      address.toLowerCase(),
    ),
    headers,
  }
}

async function bodyOf({ text, html, attachments, from }: Email, depth: number): Promise<Omit<Mail, keyof Head>> {
  const files = attachments.map((file) => ({ file, bytes: bytesOf(file) }))
  const plain = text?.trim() ? text : html ? htmlToPlain(html) : ''
  const isDecorated = saysSomething(plain)
  const [decorations, pictures] = parted(
    files.filter(({ file }) => isPicture(file)),
    ({ file, bytes }) => isDecorated && isDecoration(file, bytes),
  )
  const status = files.find(({ file }) => file.mimeType === 'message/delivery-status')
  const original = files.find(({ file }) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/global.*)$/.test(file.mimeType),
  )
  const others = files.filter(({ file }) => !isPicture(file) && !isWrapping(file) && !(status && isMail(file)))
  const opened = await Promise.all(others.map(({ file, bytes }) => wordsOfFile(file, bytes, depth, from?.address)))
  const shown = [...pictures.map(({ bytes }) => bytes), ...opened.flatMap((one) => one?.pictures ?? [])]
  return {
    text: plain,
    ...(html ? { html } : {}),
    pictures: shown.slice(0, mostPictures),
    attached: opened.flatMap((one) => one?.words ?? []),
    otherFiles:
      opened.reduce((sum, one) => sum + (one ? one.otherFiles : 1), 0) + Math.max(0, shown.length - mostPictures),
    decorations: decorations.length,
    encrypted: attachments.some(isEncrypted) || /^-----BEGIN PGP MESSAGE-----/m.test(plain),
    calendar: attachments.some(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics'),
    broken: false,
    ...(status ? { delivery: { status: asText(status.bytes), original: original ? asText(original.bytes) : '' } } : {}),
  }
}

type Opened = { words: string[]; pictures: Uint8Array[]; otherFiles: number }

/** What a file says, where it is words; a mail with all that it brings. Undefined where nobody here can open it. */
async function wordsOfFile(
  file: Attachment,
  bytes: Uint8Array,
  depth: number,
  sender = '',
): Promise<Opened | undefined> {
  if (isMail(file)) {
    if (depth >= mostSigned) return undefined
    const { name, from, subject, text, attached, pictures, otherFiles } = await readMail(bytes, depth + 1)
    const writer = from && from !== sender.toLowerCase() ? t.mail_in_from(name ?? from) : ''
    const letter = saysSomething(text) ? [subject, writer, text] : [subject]
    const words = [letter.filter(saysSomething).join('\n\n').trim(), ...attached].filter(saysSomething)
    return words.length > 0 ? { words, pictures, otherFiles } : undefined
  }
  const words = readTextFile(file, bytes)
  return words === undefined ? undefined : { words: [words], pictures: [], otherFiles: 0 }
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

function isMail({ mimeType, filename }: Attachment): boolean {
  return mimeType === 'message/rfc822' || /\.eml$/i.test(filename ?? '')
}

function isPicture({ mimeType, filename }: Attachment): boolean {
  return mimeType.startsWith('image/') || /\.(?:jpe?g|png|webp|heic|heif|gif)$/i.test(filename ?? '')
}

/** A logo beside a signature. */
function isDecoration({ related, disposition }: Attachment, bytes: Uint8Array): boolean {
  return (related === true || disposition === 'inline') && bytes.length < smallestInlineBytes
}

function isEncrypted({ mimeType, filename }: Attachment): boolean {
  if (mimeType === 'application/pgp-encrypted') return true
  return /^application\/(?:x-)?pkcs7-mime$/.test(mimeType) || /^smime\.p7m$/i.test(filename ?? '')
}

/** Signatures, keys, invitations, reactions and the parts of reports bring nothing of their own. */
function isWrapping({ mimeType }: Attachment): boolean {
  return /^(?:application\/(?:x-)?pkcs7-|application\/pgp-|text\/calendar|application\/ics|message\/(?:delivery-status|global|disposition)|text\/rfc822-headers|text\/vnd\.google\.email-reaction)/.test(
    mimeType,
  )
}

function headersOf({ headers }: Email): MailHeaders {
  const values = new Map<string, string[]>()
  for (const { key, value } of headers) {
    const known = values.get(key)
    if (known) known.push(value)
    else values.set(key, [value])
  }
  return values
}

function addressesOf(address: Address | undefined): string[] {
  if (!address) return []
  return address.group ? address.group.map((one) => one.address) : [address.address ?? '']
}

function idsIn(written: string | undefined): string[] {
  return [...(written ?? '').slice(0, 20_000).matchAll(/<([^<>\s]{3,250})>/g)].map(([, id = '']) => id)
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 64 * 1024)).toString('utf8')
}
