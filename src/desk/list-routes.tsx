import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as, type Tx } from '../report/as.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import { foundNothing } from '../report/found-nothing.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import { readCursor } from './desk-cursor.ts'
import { readDeskFilters } from './desk-filters.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { type DeskPageName, mayOpen } from './home.ts'
import { ListPage } from './list-page.tsx'
import { listReports } from './list-reports.ts'
import { doneWords } from './done-words.ts'
import { queueShelves, type ShelfName, shelfAsked, verificationShelves } from './shelves.ts'

const perPage = 30

/** The desks: /kelola/verifikasi and /kelola/antrian. */
export function listRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/verifikasi', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const ownDoor = duty.actor.role === 'coordinator'
      const shelves: readonly [ShelfName, ...ShelfName[]] = ownDoor ? ['waiting'] : verificationShelves
      return showList(
        deps,
        c,
        duty,
        'verifikasi',
        shelves,
        ownDoor ? duty.t.desk_own_door : duty.t.desk_page_verifikasi,
      )
    })
    .get('/kelola/antrian', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      return showList(deps, c, duty, 'antrian', queueShelves, duty.t.desk_page_antrian)
    })
}

type Page = Extract<DeskPageName, 'verifikasi' | 'antrian'>

async function showList(
  deps: Deps,
  c: Context<KnownPerson>,
  duty: Duty,
  page: Page,
  shelves: readonly [ShelfName, ...ShelfName[]],
  heading: string,
) {
  if (!mayOpen(duty.person.role, page)) return c.notFound()
  const filters = readDeskFilters(c.req.query())
  const shelf = shelfAsked(shelves, c.req.query('rak'))
  const after = readCursor(c.req.query('setelah'))
  const found = await as(deps.db, duty.actor, async (tx) => {
    const open = filters.number && (await theOnlyOne(tx, filters.number))
    if (open) return { open }
    const wish = { shelf, filters, after, limit: perPage, now: duty.setting.now, keeper: deps.keys.keeper }
    return { list: await listReports(tx, duty.actor, wish) }
  })
  if ('open' in found) return c.redirect(link(duty.locale, `/kelola/laporan/${found.open}`), 303)
  const done = doneWords(duty.t, c.req.query('sudah'), c.req.query('nomor'))
  return c.html(
    <ListPage
      {...{ duty, page, heading, shelves, shelf, filters, done }}
      list={found.list}
      further={after !== undefined}
      notFound={filters.number !== undefined}
    />,
  )
}

/** The one report of this number, ours or that of the system it was brought in from, which two systems may have given. */
async function theOnlyOne(tx: Tx, number: string): Promise<string | undefined> {
  const whole = parseTrackingId(number)
  const known = await tx
    .selectFrom('casework.report')
    .select('tracking_id')
    .where((where) => where.or([where('import_id', '=', number), ...(whole ? [where('tracking_id', '=', whole)] : [])]))
    .limit(2)
    .execute()
  if (known.length === 0) return foundNothing(tx, whole ?? '')
  return known.length === 1 ? known[0]?.tracking_id : undefined
}
