import { convert, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'
import { quotedBelow } from './cut-reply.ts'

/** More than a hundred times the longest report. */
const maxInputLength = 2_000_000

const longestAddress = 500
const deepest = 20

const formatters: Record<string, FormatCallback> = {
  /** The words, and where they lead, for "lokasi ini" is a place on a map; not of a picture, nor where the words say as much. */
  link(element, walk, builder) {
    walk(element.children, builder)
    const address = leadsTo(String(element.attribs?.href ?? ''))
    if (address && tellsMore(textOf(element).trim())) builder.addInline(` (${address})`, { noWordTransform: true })
  },
  head(_element, _walk, builder) {
    builder.openBlock()
    builder.addInline(quotedBelow)
    builder.closeBlock()
  },
}

const plain: HtmlToTextOptions = {
  wordwrap: false,
  formatters,
  limits: { maxInputLength, maxDepth: 80, maxChildNodes: 20_000, ellipsis: '…' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', format: 'link' },
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
  return convert(html, { ...plain, selectors: [...(plain.selectors ?? []), ...marks] }).trim()
}

/** No address of a page or a mailbox itself. */
function tellsMore(words: string): boolean {
  return words !== '' && !/^(?:https?:|www\.|[\w.+-]+@|[\w-]+(?:\.[\w-]+)+(?:\/|$))/i.test(words)
}

/** Outlook leads every link through a page of its own first. */
function leadsTo(href: string): string | undefined {
  const url = URL.parse(href.trim())
  if (!url || !/^https?:$/.test(url.protocol) || href.length > 4 * longestAddress) return undefined
  const through = url.hostname.endsWith('.safelinks.protection.outlook.com') ? url.searchParams.get('url') : null
  const address = through ?? url.href
  return address.length <= longestAddress && /^https?:\/\/\S+$/.test(address) ? address : undefined
}

/** As it is read: words have no children, whatever the library says. */
type Element = { data?: string; children?: Element[] }

function textOf({ data = '', children = [] }: Element, depth = 0): string {
  return depth > deepest ? '' : data + children.map((child) => textOf(child, depth + 1)).join('')
}
