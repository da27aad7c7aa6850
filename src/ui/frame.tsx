import { type Child, Fragment } from 'hono/jsx'
import { raw } from 'hono/html'
import { assetUrl } from './assets.tsx'
import { Footer, Masthead, type SignedIn } from './frame-parts.tsx'
import type { IslandName } from './islands/names.ts'
import { type Locale, link, otherLocale } from './locale.ts'
import type { Place } from './navigation.ts'
import { wordsIn } from './words/index.ts'

export type PageProps = {
  locale: Locale
  /** What this page is, without the product's name; the home page has none. */
  title?: string
  /** The address without the language prefix, query included: '/laporan?status=closed'. */
  path: string
  /** For search engines and previews; public fields only. */
  description?: string
  current?: Place
  signedIn?: SignedIn | null
  islands?: readonly IslandName[]
  /** Off for everything private: receipts, the reporter's view, errors. */
  indexed?: boolean
  /** Absolute address of this installation; with it the page gets a canonical link and preview tags. */
  baseUrl?: string
  /** 'read' keeps lines short (default), 'wide' for lists and tables. */
  width?: 'read' | 'wide'
  /** Load the console's styles as well. */
  console?: boolean
  head?: Child
  children?: Child
}

/** A citizen's page: works without scripts, asks nobody else for anything. */
export function Page(props: PageProps) {
  const { locale, path, current, signedIn, width = 'read', children } = props
  return (
    <Document {...props}>
      <body>
        <a class="skip" href="#isi">
          {wordsIn(locale).common_skip}
        </a>
        <Masthead locale={locale} path={path} current={current} signedIn={signedIn} />
        <main id="isi" class={width === 'wide' ? 'wrap' : 'wrap read'} tabindex={-1}>
          {children}
        </main>
        <Footer locale={locale} />
      </body>
    </Document>
  )
}

type DocumentProps = Omit<PageProps, 'current' | 'signedIn' | 'width'>

/** Doctype, head and body of any page; pages use `Page` or `ConsolePage`. */
export function Document(props: DocumentProps) {
  const { locale, title, description, islands = [], indexed = true, baseUrl, head, children } = props
  const t = wordsIn(locale)
  const name = title ? `${title} · ${t.common_name}` : `${t.common_name} · ${t.common_full_name}`
  return (
    <Fragment>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{name}</title>
          {indexed ? <meta name="description" content={description ?? t.common_description} /> : null}
          {indexed ? null : <meta name="robots" content="noindex" />}
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href={assetUrl('app.css')} />
          {props.console ? <link rel="stylesheet" href={assetUrl('console.css')} /> : null}
          <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
          {indexed && baseUrl ? <Preview {...props} baseUrl={baseUrl} name={name} /> : null}
          {islands.map((island) => (
            <script type="module" src={assetUrl(`${island}.js`)} />
          ))}
          {head}
        </head>
        {children}
      </html>
    </Fragment>
  )
}

function Preview({ locale, path, baseUrl, name, description }: DocumentProps & { baseUrl: string; name: string }) {
  const t = wordsIn(locale)
  const other = otherLocale(locale)
  return (
    <Fragment>
      <link rel="alternate" hreflang={other} href={`${baseUrl}${link(other, path)}`} />
      <link rel="canonical" href={`${baseUrl}${link(locale, path)}`} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t.common_name} />
      <meta property="og:locale" content={locale === 'id' ? 'id_ID' : 'en_GB'} />
      <meta property="og:url" content={`${baseUrl}${link(locale, path)}`} />
      <meta property="og:title" content={name} />
      <meta property="og:description" content={description ?? t.common_description} />
    </Fragment>
  )
}
