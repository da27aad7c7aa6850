import type { Child } from 'hono/jsx'
import { Notice } from '../ui/components/index.ts'
import { ConsolePage } from '../ui/console-frame.tsx'
import { link } from '../ui/locale.ts'
import type { Duty } from './duty.ts'
import { type DeskPageName, deskPages, mayOpen } from './home.ts'
import { wordKey } from './word-key.ts'

export type DeskPageProps = {
  duty: Duty
  title: string
  current?: DeskPageName
  /** Just done: said once, quietly. */
  done?: string
  children: Child
}

/** A page of /kelola as this person sees it: only what they may open is in the bar. */
export function DeskPage({ duty, title, current, done, children }: DeskPageProps) {
  const { locale, t, person, office } = duty
  const names = (Object.keys(deskPages) as DeskPageName[]).filter((name) => mayOpen(person.role, name))
  return (
    <ConsolePage
      locale={locale}
      title={title}
      path={duty.path}
      islands={['desk-keys', 'sms-room']}
      account={{
        name: person.displayName ?? t.common_nav_account,
        office: office ? (office.shortName ?? office.name) : t[`report_role_${person.role}`],
      }}
      sections={names.map((name) => ({
        href: link(locale, `/kelola/${name}`),
        words:
          name === 'verifikasi' && person.role === 'coordinator' ? t.desk_own_door : t[`desk_page_${wordKey(name)}`],
        current: name === current,
      }))}
    >
      {done ? <Notice tone="good" title={done} announce /> : null}
      {children}
    </ConsolePage>
  )
}
