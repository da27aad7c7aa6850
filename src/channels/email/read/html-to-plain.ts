import { convert, type HtmlToTextOptions } from 'html-to-text'

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

/** Where mail programs put the letter that is answered, and signatures. */
const quotes = [
  '.gmail_quote',
  '.gmail_signature',
  'blockquote[type=cite]',
  'blockquote.gmail_quote',
  '.moz-cite-prefix',
  '.moz-signature',
  '.yahoo_quoted',
  '#divRplyFwdMsg',
  '#appendonsend',
  '#Signature',
  '.protonmail_quote',
]

/** What a reader sees of a page. */
export function htmlToPlain(html: string): string {
  return convert(html, plain).trim()
}

/** The same without what an answer quotes, where the program marked it. */
export function htmlWithoutQuotes(html: string): string {
  const skipped = quotes.map((selector) => ({ selector, format: 'skip' }))
  return convert(html, { ...plain, selectors: [...(plain.selectors ?? []), ...skipped] }).trim()
}
