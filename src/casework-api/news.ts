import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import { chooseNews, newsChoices, newsDoors, newsOf } from '../notifications/news.ts'
import type { ApiOperation } from '../platform/api-operation.ts'
import { problem, problemErrors, problemSchema } from '../platform/problem.ts'
import { readJsonBody } from '../platform/request-body.ts'
import { as, type Tx } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporterByApi } from '../secrecy/open-as-reporter.ts'
import { maxApiBodyBytes, noJson, sayWrong } from '../ui/api-refusals.ts'
import { localeOf } from '../ui/locale.ts'
import { notFound } from './refused.ts'

const news = z
  .enum(newsChoices)
  .nullable()
  .describe('`needed`: what waits for the reporter; `none`: the receipt alone; null: as their account says, else all.')
const by = z
  .enum(newsDoors)
  .nullable()
  .describe('The way that they like better, where they gave a phone and an e-mail; null: the e-mail.')
const wish = z.object({ news, by: by.default(null) })
const answer = z.object({ news, by })

/** GET and POST /reports/{id}/notifications, by the reporter (key or token). */
export function newsApi(deps: Deps) {
  return new Hono()
    .get('/reports/:id/notifications', (c) => asReporter(deps, c, (tx, id) => tell(c, tx, id)))
    .post('/reports/:id/notifications', (c) =>
      asReporter(deps, c, async (tx, id) => {
        const read = await readJsonBody(c.req.raw, maxApiBodyBytes, {})
        if (!read.ok) return noJson(c, read.why)
        const parsed = wish.safeParse(read.sent, sayWrong(localeOf(c)))
        if (!parsed.success)
          return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors: problemErrors(parsed.error) })
        const chosen = await chooseNews(tx, id, parsed.data.news, parsed.data.by)
        return chosen
          ? tell(c, tx, id)
          : problem(c, 409, 'no_such_way', 'Cara itu tidak diberikan bersama laporan ini.')
      }),
    )
}

async function asReporter(deps: Deps, c: Context, work: (tx: Tx, reportId: string) => Promise<Response>) {
  if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
  const actor = await openAsReporterByApi(deps, c, c.req.param('id') ?? '')
  if (!actor) return notFound(c)
  c.header('cache-control', 'no-store')
  return as(deps.db, actor, (tx) => work(tx, actor.reportId ?? ''))
}

async function tell(c: Context, tx: Tx, reportId: string): Promise<Response> {
  const chosen = await newsOf(tx, reportId)
  return c.json({ news: chosen?.news ?? null, by: chosen?.newsBy ?? null } satisfies z.infer<typeof answer>)
}

const no = (description: string) => ({ description, body: problemSchema })
const params = z.object({ id: z.string().describe('The tracking ID; case, spaces and dashes do not matter.') })
const headers = z.object({ 'Report-Key': z.string().optional().describe('The key that was given at filing.') })
const common = {
  path: '/reports/{id}/notifications',
  tag: 'Reports',
  security: ['reportKey', 'token'],
} satisfies Partial<ApiOperation>
const strangers = { 401: no('The token is nobody’s.'), 404: no('Unknown, or not yours to know.') }

export const newsOperations: readonly ApiOperation[] = [
  {
    ...common,
    method: 'get',
    summary: 'What its reporter hears of a report',
    description: 'By: reporter. What was chosen for this report; null where nothing was.',
    request: { params, headers },
    responses: { 200: { description: 'The choice.', body: answer }, ...strangers },
  },
  {
    ...common,
    method: 'post',
    summary: 'Choose what you hear of your report, and by which way',
    description: 'By: reporter. The receipt is always sent. STOP by SMS silences a number whatever is chosen here.',
    request: { params, headers, body: wish },
    responses: {
      200: { description: 'The choice as it stands now.', body: answer },
      400: no('Not JSON.'),
      ...strangers,
      409: no('`no_such_way`: nobody can be reached for this report, or it has no second way.'),
      413: no('More than 1 MiB.'),
      415: no('A body that is not application/json.'),
      422: no('Something in the body is wrong.'),
    },
  },
]
