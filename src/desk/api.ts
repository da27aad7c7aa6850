import { type Context, Hono } from 'hono'
import { actorOf } from '../accounts/person.ts'
import { problem, problemErrors } from '../platform/problem.ts'
import { deadlinesOf, isOverdue } from '../publication/deadlines.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import type { Setting } from '../agencies/setting.ts'
import { sayWrong } from '../ui/api-refusals.ts'
import { type Locale, localeOf } from '../ui/locale.ts'
import { type Manner, statusLook, statusWord } from '../ui/status.ts'
import { type QueueItem, queueQuerySchema } from './api-schemas.ts'
import { readCursor } from './desk-cursor.ts'
import { type DeskRow, listReports } from './list-reports.ts'
import { fullOfficeName } from './office-name.ts'
import { workShelf } from './shelves.ts'

const usual = 20

/** GET /queue for programs of an office: by token alone, a cookie does not count here. Mounted under /api/v1. */
export function deskApi(deps: Deps) {
  return new Hono().get('/queue', async (c) => {
    const person = c.get('knownBy') === 'token' ? c.get('person') : undefined
    if (!person) return problem(c, 401, 'token_needed', 'Perlu token yang berlaku.')
    const shelf = workShelf(person.role)
    if (!shelf) return problem(c, 403, 'not_a_handler', 'Akun ini tidak menangani laporan.')
    const query = queueQuerySchema.safeParse(c.req.query(), sayWrong(localeOf(c)))
    if (!query.success) return wrongQuery(c, problemErrors(query.error))
    const after = readCursor(query.data.cursor)
    if (query.data.cursor && !after)
      return wrongQuery(c, [{ path: 'cursor', code: 'unknown_value', message: 'Bukan kursor dari kami.' }])
    const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
    const wish = {
      shelf,
      after,
      limit: query.data.limit ?? usual,
      now: setting.now,
      keeper: deps.keys.keeper,
    }
    const actor = actorOf(person)
    const { rows, next } = await as(deps.db, actor, (tx) => listReports(tx, actor, wish))
    c.header('cache-control', 'no-store')
    return c.json({ items: rows.map((row) => itemOf(row, setting, localeOf(c))), next: next ?? null })
  })
}

function wrongQuery(c: Context, errors: ReturnType<typeof problemErrors>) {
  return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors })
}

function itemOf(row: DeskRow, { rules, directory, now }: Setting, locale: Locale): QueueItem {
  const manner = (row.manner ?? undefined) as Manner | undefined
  const office = (id: string | null) => (id ? { slug: id, name: fullOfficeName(directory, id) } : null)
  return {
    id: row.tracking_id,
    kind: row.kind as QueueItem['kind'],
    title: row.title,
    status: {
      code: row.stage,
      label: statusWord(locale, row.stage, manner),
      colour: statusLook(row.stage, manner).colour,
      ...(manner ? { manner } : {}),
    },
    anonymous: row.anonymous,
    confidential: row.confidential,
    agency: office(row.agency_id),
    unit: office(row.unit_id),
    filedAt: row.filed_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    overdue: isOverdue(row, rules.calendar, now),
    bounces: row.bounces,
    deadlines: deadlinesOf(row, rules.calendar, now, locale),
  }
}
