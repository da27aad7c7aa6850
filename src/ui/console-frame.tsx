import type { Child } from 'hono/jsx'
import { Button } from './components/button.tsx'
import { Document, type PageProps } from './frame.tsx'
import { LanguageSwitch } from './frame-parts.tsx'
import { type Locale, link } from './locale.ts'
import { wordsIn } from './words/index.ts'

/** A part of the console that this person may open. `count`: what waits there. */
export type ConsoleSection = { href: string; words: string; count?: string; current?: boolean }

export type ConsolePageProps = Omit<PageProps, 'current' | 'signedIn' | 'width' | 'indexed' | 'baseUrl'> & {
  account: { name: string; office: string }
  sections: readonly ConsoleSection[]
}

/** A page of /kelola: its own quiet frame, never indexed. */
export function ConsolePage(props: ConsolePageProps) {
  const { locale, path, account, sections, children } = props
  return (
    <Document {...props} indexed={false} console>
      <body class="console">
        <a class="skip" href="#isi">
          {wordsIn(locale).common_skip}
        </a>
        <header class="desk-head">
          <a class="wordmark" href={link(locale, '/')}>
            {wordsIn(locale).common_name}
          </a>
          <Sections locale={locale} sections={sections} />
          <div class="desk-who">
            <span>
              {account.name} <small>{account.office}</small>
            </span>
            <LanguageSwitch locale={locale} path={path} />
            <form method="post" action={link(locale, '/keluar')}>
              <Button tone="quiet">{wordsIn(locale).common_sign_out}</Button>
            </form>
          </div>
        </header>
        <main id="isi" tabindex={-1}>
          {children}
        </main>
      </body>
    </Document>
  )
}

function Sections({ locale, sections }: { locale: Locale; sections: readonly ConsoleSection[] }) {
  return (
    <nav aria-label={wordsIn(locale).common_nav}>
      <ul class="nav">
        {sections.map((section) => (
          <li>
            <a href={section.href} aria-current={section.current ? 'page' : undefined}>
              {section.words}
              {section.count ? <span class="count"> {section.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The desk: the list at the left, the report at the right; one column on a phone, the open report first. */
export function Desk({ list, label, children }: { list: Child; label: string; children?: Child }) {
  return (
    <div class={children ? 'desk open' : 'desk'}>
      <section class="desk-list" aria-label={label}>
        {list}
      </section>
      <div class="desk-report">{children}</div>
    </div>
  )
}

type DeskItemProps = {
  href: string
  title: string
  current?: boolean
  facts?: readonly (Child | null | undefined)[]
  /** Above the title: the gauge, the status. */
  children?: Child
}

/** One report in the desk's list; the whole of it is the link. */
export function DeskItem({ href, title, current, facts = [], children }: DeskItemProps) {
  return (
    <a class="desk-item" href={href} aria-current={current ? 'true' : undefined}>
      {children ? <span class="desk-top">{children}</span> : null}
      <strong>{title}</strong>
      <span class="meta">{facts.map((fact) => (fact ? <span>{fact}</span> : null))}</span>
    </a>
  )
}
