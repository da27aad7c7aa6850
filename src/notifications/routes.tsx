import { Hono } from 'hono'
import { parseTrackingId } from '../report/tracking-id.ts'
import type { Deps } from '../secrecy/deps.ts'
import { localeOf } from '../ui/locale.ts'
import { OutboxPage } from './outbox-page.tsx'
import { readPreviews } from './previews.ts'

const atMost = 200

/** /dev/outbox; not in production. `?laporan=` shows the messages about one report. */
export function outboxRoutes(deps: Deps) {
  return new Hono().get('/dev/outbox', async (c) => {
    const asked = c.req.query('laporan')?.trim() ?? ''
    const previews = await readPreviews(
      deps.db,
      deps.keys.keeper,
      asked ? (parseTrackingId(asked) ?? '') : null,
      atMost,
    )
    c.header('cache-control', 'no-store')
    const { baseUrl } = deps.config
    return c.html(<OutboxPage locale={localeOf(c)} previews={previews} asked={asked.slice(0, 40)} baseUrl={baseUrl} />)
  })
}
