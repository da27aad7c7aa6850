import type { Child } from 'hono/jsx'

/** One short field and its button on a line, such as tracking or searching; they stack where there is no room. */
export function InlineForm(props: { action: string; method?: 'get' | 'post'; search?: boolean; children: Child }) {
  const { action, method = 'get', search, children } = props
  return (
    <form class="inline" action={action} method={method} role={search ? 'search' : undefined}>
      {children}
    </form>
  )
}
