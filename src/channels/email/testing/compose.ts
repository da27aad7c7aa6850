import type { SendMailOptions } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { GotLetter } from './read-letter.ts'

/** What somebody writes, as their mail program is told. */
export type Written = SendMailOptions & { from: string }

/** A mail as it goes over the wire. */
export function compose(written: Written): Promise<Buffer> {
  return new MailComposer(written).compile().build()
}

/** An answer to a letter of ours, as mail programs write it: the letter quoted below, signed above it. */
export function replyTo(letter: GotLetter, text: string): Written & { text: string } {
  const quoted = letter.text.replace(/^/gm, '> ')
  return {
    from: `Marta Bire <${letter.to}>`,
    to: letter.replyTo,
    subject: `Re: ${letter.subject}`,
    inReplyTo: `<${letter.messageId}>`,
    references: `<${letter.messageId}>`,
    text: `${text}\n\n-- \nMarta Bire\n0812-3456-7890\n\nPada Rab, 14 Jan 2026 pukul 09.00 LAPOR! <lapor@lapor.test> menulis:\n\n${quoted}`,
  }
}

/** The same as Outlook on the web and on telephones writes it: the letter below a head of its own, and nothing marks it. */
export function replyFromOutlook(letter: GotLetter, text: string): Written {
  const head = [
    '<b>From:</b> LAPOR! &lt;lapor@lapor.test&gt;',
    '<b>Sent:</b> Wednesday, January 14, 2026 9:00 AM',
    `<b>To:</b> ${letter.to} &lt;${letter.to}&gt;`,
    `<b>Subject:</b> ${letter.subject}`,
  ]
  const quoted = letter.text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')
  return {
    ...replyTo(letter, text),
    text: `${text}\n\n________________________________\n${head.join('\n').replace(/<.*?>/g, '')}\n\n${letter.text}`,
    html: `<html><body><div>${text}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr">${head.join('<br>')}</div><div>${quoted}</div></body></html>`,
  }
}
