import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'good' | 'warning' | 'bad'

const icons: Record<NoticeTone, IconName> = { info: 'info', good: 'check', warning: 'warning', bad: 'warning' }

/** A word to the reader above or within a page. `announce` after something was just done. */
export function Notice(props: { tone?: NoticeTone; title?: Child; announce?: boolean; children?: Child }) {
  const { tone = 'info', title, announce, children } = props
  return (
    <div class={`notice ${tone}`} role={announce ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title ? <p class="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
