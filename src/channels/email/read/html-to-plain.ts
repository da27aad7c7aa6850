import { convert, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'
import { quotedBelow } from './cut-reply.ts'

/** More than a hundred times the longest report. */
const maxInputLength = 2_000_000

/** Stands where the library stopped, and is in no alphabet. */
const leftOut = '\u{f8fe}'

const maxDepth = 80
const longestAddress = 500
const deepest = 20

const formatters: Record<string, FormatCallback> = {
  /** The words, and where they lead, for "lokasi ini" is a place on a map; not of a picture, nor where the words say as much. */
  link(element, walk, builder) {
    walk(element.children, builder)
    const address = leadsTo(String(element.attribs?.href ?? ''))
    if (address && tellsMore(textOf(element).trim())) builder.addInline(` (${address})`, { noWordTransform: true })
  },
  /** A row of a table is a line, and no two cells run together: "RT 1", "12" is not "RT 112". A row that only lays out a page is none. */
  row(element, walk, builder) {
    const cells = cellsOf(element)
    builder.openBlock()
    if (cells) builder.addInline(cells.join(' | '))
    else walk(element.children, builder)
    builder.closeBlock()
  },
  /** Who wrote a letter that is passed on is said there; over one that is answered nothing is told that we do not know. */
  head(element, walk, builder) {
    builder.openBlock()
    if (/forwarded message|pesan terusan|pesan yang diteruskan/i.test(textOf(element))) walk(element.children, builder)
    else builder.addInline(quotedBelow)
    builder.closeBlock()
  },
}

const plain: HtmlToTextOptions = {
  wordwrap: false,
  formatters,
  limits: { maxInputLength, maxDepth, maxChildNodes: 20_000, ellipsis: leftOut },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', format: 'link' },
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'row' },
    ...['td', 'th', 'caption'].map((selector) => ({ selector, format: 'block' })),
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
  return wholly(html, plain)
}

/** The same as text that quotes: marked lines, below a head that says so; without what programs add. */
export function htmlWithQuotes(html: string): string {
  const marks = [
    ...additions.map((selector) => ({ selector, format: 'skip' })),
    ...heads.map((selector) => ({ selector, format: 'head' })),
    ...indented.map((selector) => ({ selector, format: 'block' })),
  ]
  return wholly(html, { ...plain, selectors: [...(plain.selectors ?? []), ...marks] })
}

/** What a mail program marks as the signature of whoever writes: the first, for those below are of letters that are passed on. */
export function markedSignature(html: string): string {
  const baseElements = { selectors: ['.gmail_signature', '.moz-signature', '#Signature'], returnDomByDefault: false }
  return wholly(html, { ...plain, baseElements, limits: { ...plain.limits, maxBaseElements: 1 } })
}

/** Where a page is nested deeper, or longer, than is read, its words are read without what holds them. */
function wholly(html: string, options: HtmlToTextOptions): string {
  const text = isDeep(html) ? leftOut : convert(html, options)
  if (!text.includes(leftOut)) return text.trim()
  const flat = html
    .slice(0, maxInputLength)
    .replace(/<(style|script|head|title)\b[^]*?(?:<\/\1\s*>|$)|<!--[^]*?(?:-->|$)/gi, '')
    .replace(/<(?:p|br|div|tr|li|table|h[1-6])\b[^>]{0,2000}>/gi, '\n')
    .replace(/<\/?[a-z][^>]{0,2000}>/gi, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '<br>')
  return convert(flat, options).replaceAll(leftOut, '…').trim()
}

/** More holds its words than is read; what may stay open holds nothing. */
function isDeep(html: string): boolean {
  let depth = 0
  for (const [, closes] of html
    .slice(0, maxInputLength)
    .matchAll(/<(\/?)(?:a|b|i|u|em|font|span|strong|div|table|blockquote|center)\b/gi)) {
    depth = Math.max(0, depth + (closes ? -1 : 1))
    if (depth > maxDepth) return true
  }
  return false
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

const holding = /^(?:table|blockquote|ul|ol|pre|hr)$/
const apart = /^(?:p|div|br|h[1-6])$/
const longestCell = 300

/** What each cell says; undefined where they hold more than a line each, as they do that only lay out a page. */
function cellsOf(row: Element): string[] | undefined {
  const cells = (row.children ?? []).filter(({ name = '' }) => name === 'td' || name === 'th')
  const said = cells.map((cell) =>
    wordsOfCell(cell)
      ?.replace(/[^\S\v]+/g, ' ')
      .replace(/ ?\v[\v ]*/g, '\v')
      .replace(/^[\v ]+|[\v ]+$/g, ''),
  )
  const isLine = (words: string | undefined) =>
    words !== undefined && words.length <= longestCell && !words.includes('\v')
  const isTable = said.length > 1 && said.some(Boolean) && said.every(isLine)
  return isTable ? said.map((words) => words ?? '') : undefined
}

/** `\v` where a line ends. */
function wordsOfCell({ name = '', data = '', children = [], attribs }: Element, depth = 0): string | undefined {
  if (depth > deepest || holding.test(name)) return undefined
  if (/^(?:img|style|script)$/.test(name)) return ''
  const inner = children.map((child) => wordsOfCell(child, depth + 1))
  if (inner.includes(undefined)) return undefined
  const words = `${data}${inner.join('')}`
  const address = name === 'a' && tellsMore(words.trim()) ? leadsTo(String(attribs?.href ?? '')) : undefined
  return apart.test(name) ? `\v${words}\v` : address ? `${words} (${address})` : words
}

/** As it is read: words have no children, whatever the library says. */
type Element = { name?: string; data?: string; children?: Element[]; attribs?: Record<string, unknown> }

function textOf({ data = '', children = [] }: Element, depth = 0): string {
  return depth > deepest ? '' : data + children.map((child) => textOf(child, depth + 1)).join('')
}
