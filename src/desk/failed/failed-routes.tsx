import { type Context, Hono } from 'hono'
import { staffOnly } from '../../accounts/signed-in-only.ts'
import {
  askReplay,
  askReplays,
  failedMessages,
  giveUp,
  givenUpFor,
  messageCounts,
} from '../../notifications/failed/failed-messages.ts'
import { isId } from '../../platform/uuid.ts'
import { as, type Tx } from '../../report/as.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { count } from '../../ui/format.ts'
import { link } from '../../ui/locale.ts'
import type { Vocabulary } from '../../ui/words/index.ts'
import type { Values } from '../action.ts'
import { type Duty, dutyOf, type KnownPerson } from '../duty.ts'
import { mayOpen } from '../home.ts'
import { readShortForm } from '../read-short-form.ts'
import { FailedPage } from './failed-page.tsx'

const most = 50
const path = '/kelola/pemberitahuan/gagal'

/** What was done, as the address says it afterwards: how many are tried again, or that one was given up. */
type Done = `lagi-${number}` | 'lepas' | 'tiada'

/** /kelola/pemberitahuan/gagal: for the national desk and for the operator, who learns of no report and of nobody. */
export function failedRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get(path, staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, 'pemberitahuan/gagal')) return c.notFound()
      const duty = await dutyOf(deps, c)
      const seen = await as(deps.db, duty.actor, async (tx) => ({
        counts: await messageCounts(tx),
        messages: await failedMessages(tx, null, most),
      }))
      return c.html(<FailedPage duty={duty} {...seen} most={most} done={doneWords(duty, c.req.query('sudah'))} />)
    })
    .post(`${path}/percobaan`, staffOnly, (c) =>
      step(deps, c, async (tx, { reason }, now) => (reason ? `lagi-${await askReplays(tx, reason, now)}` : 'tiada')),
    )
    .post(`${path}/:message/percobaan`, staffOnly, (c) =>
      step(deps, c, async (tx, values, now) => {
        const asked = values.step === 'other_door' ? 'other_door' : 'again'
        return (await askReplay(tx, c.req.param('message'), asked, now)) ? 'lagi-1' : 'tiada'
      }),
    )
    .post(`${path}/:message/pelepasan`, staffOnly, (c) =>
      step(deps, c, async (tx, values, now) => {
        const why = givenUpFor.find((one) => one === values.why)
        return why && (await giveUp(tx, c.req.param('message'), why, now)) ? 'lepas' : 'tiada'
      }),
    )
}

async function step(
  deps: Deps,
  c: Context<KnownPerson>,
  work: (tx: Tx, values: Values, now: Date) => Promise<Done>,
): Promise<Response> {
  const { role } = c.get('person')
  const message = c.req.param('message')
  if (!mayOpen(role, 'pemberitahuan/gagal') || (message !== undefined && !isId(message))) return c.notFound()
  const values = await readShortForm(c)
  if (values.step === 'other_door' && role !== 'verifier') return c.notFound()
  const duty = await dutyOf(deps, c)
  const done = await as(deps.db, duty.actor, (tx) => work(tx, values, duty.setting.now))
  return c.redirect(link(duty.locale, `${path}?sudah=${done}`), 303)
}

function doneWords({ t, locale }: Duty, done: string | undefined): string | undefined {
  const [, n] = /^lagi-(\d{1,9})$/.exec(done ?? '') ?? []
  if (n) return n === '0' ? t.failed_done_nothing : t.failed_done_again(count(locale, Number(n)))
  const said: Partial<Record<string, keyof Vocabulary & `failed_done_${'given_up' | 'nothing'}`>> = {
    lepas: 'failed_done_given_up',
    tiada: 'failed_done_nothing',
  }
  const words = said[done ?? '']
  return words && t[words]
}
