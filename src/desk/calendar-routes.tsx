import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as } from '../report/as.ts'
import { type Day, dayOf, yearOf } from '../report/clocks/day.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { changeCalendar, deadlinesFrom, editsCalendarFor, findHoliday, readCalendar } from './calendar.ts'
import { CalendarConfirm } from './calendar-confirm.tsx'
import { readCalendarForm } from './calendar-form.ts'
import { CalendarPage } from './calendar-page.tsx'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { readShortForm } from './read-short-form.ts'

/** /kelola/kalender: read by every desk; the national desk edits the nation's days, a coordinator the own office's. */
export function calendarRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/kalender', staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, 'kalender')) return c.notFound()
      const duty = await dutyOf(deps, c)
      const remove = c.req.query('hapus')
      if (remove) return confirmRemoval(deps, c, duty, { remove })
      const done = c.req.query('sudah') ? duty.t.desk_calendar_done : undefined
      return show(deps, c, duty, { year: readYear(c.req.query('tahun'), duty), done })
    })
    .post('/kelola/kalender', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      if (!editsCalendarFor(duty)) return c.notFound()
      const values = await readShortForm(c)
      const read = readCalendarForm(duty, values)
      if (!read.ok) {
        if (values.remove) return confirmRemoval(deps, c, duty, values, read.errors)
        return show(deps, c, duty, { year: readYear(values.day?.slice(0, 4), duty), values, errors: read.errors })
      }
      const { add, remove } = read.edit
      const day = add?.day ?? (await as(deps.db, duty.actor, (tx) => findHoliday(tx, duty, remove ?? 0)))?.day
      if (!day) return c.notFound()
      if (add && !values.sure) return confirmAdding(deps, c, duty, { day, name: add.name, values })
      await as(deps.db, duty.actor, (tx) => changeCalendar(tx, duty, read.edit))
      return c.redirect(link(duty.locale, `/kelola/kalender?tahun=${yearOf(day)}&sudah=1`), 303)
    })
}

type Shown = { year: number; values?: Values; errors?: FormErrors; done?: string }

async function show(deps: Deps, c: Context, duty: Duty, { year, ...rest }: Shown) {
  const calendar = await as(deps.db, duty.actor, (tx) => readCalendar(tx, duty, year))
  return c.html(<CalendarPage duty={duty} calendar={calendar} {...rest} />, rest.errors ? 422 : 200)
}

async function confirmAdding(deps: Deps, c: Context, duty: Duty, adding: { day: Day; name: string; values: Values }) {
  const touched = await as(deps.db, duty.actor, (tx) => deadlinesFrom(tx, adding.day))
  return c.html(<CalendarConfirm duty={duty} {...adding} removes={false} touched={touched} />)
}

async function confirmRemoval(deps: Deps, c: Context, duty: Duty, values: Values, errors?: FormErrors) {
  const found = await as(deps.db, duty.actor, async (tx) => {
    const id = /^\d{1,15}$/.test(values.remove ?? '') ? Number(values.remove) : 0
    const holiday = await findHoliday(tx, duty, id)
    return holiday && { ...holiday, touched: await deadlinesFrom(tx, holiday.day) }
  })
  if (!found) return c.notFound()
  const { day, name, touched } = found
  return c.html(<CalendarConfirm {...{ duty, day, name, touched, values, errors }} removes />, errors ? 422 : 200)
}

/** The year asked for, from 2000 to 2199; this one when it is none. */
function readYear(text: string | undefined, { setting, zone }: Duty): number {
  return text && /^2[01]\d\d$/.test(text) ? Number(text) : yearOf(dayOf(setting.now, zone))
}
