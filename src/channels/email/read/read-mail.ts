import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { normaliseEmail } from '../../../accounts/contact.ts'
import { htmlToPlain } from './html-to-plain.ts'
import type { Mail, MailHeaders } from './mail.ts'
import { readBroken } from './read-broken.ts'
import { innerOfSigned, isSigned } from './signed.ts'
import { withKnownCharset } from './known-charset.ts'

const limits = { maxNestingDepth: 60, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 4 }

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
  return { ...headOf(parsed), ...bodyOf(parsed) }
}

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

function bodyOf({ text, html, attachments }: Email): Omit<Mail, keyof Head> {
  const files = attachments.map((file) => ({ file, bytes: bytesOf(file) }))
  const pictures = files.filter(({ file, bytes }) => isPicture(file) && !isDecoration(file, bytes))
  const others = files.filter(({ file }) => !isPicture(file) && !isWrapping(file))
  const status = files.find(({ file }) => file.mimeType === 'message/delivery-status')
  const original = files.find(({ file }) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/global.*)$/.test(file.mimeType),
  )
  const plain = text?.trim() ? text : html ? htmlToPlain(html) : ''
  return {
    text: plain,
    ...(html ? { html } : {}),
    pictures: pictures.slice(0, mostPictures).map(({ bytes }) => bytes),
    otherFiles: others.length + Math.max(0, pictures.length - mostPictures),
    encrypted: attachments.some(isEncrypted) || /^-----BEGIN PGP MESSAGE-----/m.test(plain),
    calendar: attachments.some(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics'),
    broken: false,
    ...(status ? { delivery: { status: asText(status.bytes), original: original ? asText(original.bytes) : '' } } : {}),
  }
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

/** Signatures, keys, invitations and the parts of reports bring nothing of their own. */
function isWrapping({ mimeType }: Attachment): boolean {
  return /^(?:application\/(?:x-)?pkcs7-|application\/pgp-|text\/calendar|application\/ics|message\/(?:delivery-status|rfc822|global|disposition)|text\/rfc822-headers|text\/vcard|text\/x-vcard|text\/html|text\/plain)/.test(
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
