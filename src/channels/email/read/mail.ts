/** UTF-16 units of words that are read of a mail: five times what a report keeps, for quotes and signatures are cut from them first. */
export const longestRead = 500_000

/** A mail as it was read: what it says, what it brings, and what tells who wrote it and to which of ours. Nothing is judged here. */
export type Mail = {
  /** As `normaliseEmail` gives it; undefined where nobody is named, or nobody that mail reaches. */
  from?: string
  /** What their program calls whoever wrote, as written; anybody may write anything there. */
  name?: string
  subject: string
  /** As written, quotes and signature included; of HTML what a reader sees. */
  text: string
  /** What was written, where a quoted letter is marked in HTML; undefined where only the text is known. */
  html?: string
  messageId?: string
  /** The Message-IDs that it answers. */
  refs: string[]
  /** Every address that it was written to or delivered to, lower case. */
  to: string[]
  headers: MailHeaders
  pictures: Uint8Array[]
  /** What attached files say that are words: texts, pages, and mails that were passed on as a file. */
  attached: string[]
  /** Attachments that nobody here can open. */
  otherFiles: number
  /** Small pictures in the words, as logos are beside a signature: kept by nobody. */
  decorations: number
  /** In words that nobody here can read: S/MIME or PGP. */
  encrypted: boolean
  /** Of a report about a letter that did not arrive: its machine-readable part, and the headers of the letter. */
  delivery?: { status: string; original: string }
  /** An invitation. */
  calendar: boolean
  /** Only its head or raw text could be read. */
  broken: boolean
}

/** Values by name in lower case, in the order in which they stand: servers put theirs on top. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>

export function headerOf(headers: MailHeaders, name: string): string {
  return headers.get(name)?.[0]?.trim() ?? ''
}
