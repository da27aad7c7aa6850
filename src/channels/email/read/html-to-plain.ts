import { convert, type HtmlToTextOptions } from 'html-to-text'
import { quotedBelow } from './cut-reply.ts'

/** More than a hundred times the longest report. */
const maxInputLength = 2_000_000

const plain: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength, maxDepth: 80, maxChildNodes: 20_000, ellipsis: '…' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'table', format: 'block' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
}

/** What mail programs mark as their own beside what somebody writes. */
const additions = ['.gmail_signature', '.moz-cite-prefix', '.moz-signature', '.yahoo_quoted', '#Signature']

/** What stands over the letter that is answered, in any language; Outlook leaves the letter itself unmarked below. */
const heads = ['.gmail_attr', '#divRplyFwdMsg']

/** Set in by hand, and no quote. */
const indented = ['blockquote[style*="border:none"]', 'blockquote[style*="border: none"]']

/** What a reader sees of a page. */
export function htmlToPlain(html: string): string {
  return convert(html, plain).trim()
}

/** The same as text that quotes: marked lines, below a head that says so; without what programs add. */
export function htmlWithQuotes(html: string): string {
  const marks = [
    ...additions.map((selector) => ({ selector, format: 'skip' })),
    ...heads.map((selector) => ({ selector, format: 'head' })),
    ...indented.map((selector) => ({ selector, format: 'block' })),
  ]
  const formatters: HtmlToTextOptions['formatters'] = {
    head(_element, _walk, builder) {
      builder.openBlock()
      builder.addInline(quotedBelow)
      builder.closeBlock()
    },
  }
  return convert(html, { ...plain, formatters, selectors: [...(plain.selectors ?? []), ...marks] }).trim()
}
