import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Log } from '../../platform/log.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { readAccount, type XAccount } from './api/account.ts'
import { ensureRules } from './api/rules.ts'
import { followStream } from './api/stream.ts'
import { XFailed } from './api/x-failed.ts'
import { type CatchUpDeps, readDirects, readMentions, readSearch } from './catch-up.ts'
import { keepItems } from './keep-items.ts'
import { readLine } from './read/read-line.ts'

export type ListenDeps = CatchUpDeps & {
  log: Log
  /** Waits so many milliseconds, or until `signal`; the tests' own time. */
  pause(ms: number, signal: AbortSignal): Promise<void>
}

/** Lists are looked at so often; the stream, where it works, is faster. */
const everyMs = 60_000

/** Where there is no account, or another worker listens, it is asked again sooner: an operator waits for what they have set. */
const idleMs = 5_000
const firstWaitMs = 1_000
const longestWaitMs = 5 * 60_000

/** Whoever listens says so each time it looks at the lists; after this silence another worker takes over. */
const leaseMs = 3 * everyMs

/** Listens as long as an account is set (`lapor x set`), one worker of all. */
export function listenToX(deps: ListenDeps): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const holder = randomUUID()
  const running = run()

  async function run() {
    let streaming: { of: string; over: AbortController; ended: Promise<void> } | undefined
    while (!stopping.signal.aborted) {
      const account = await mine(deps, holder).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'X cannot be listened to while the database is away')
        return undefined
      })
      const of = account && `${account.id} ${account.changedAt.toISOString()}`
      if (streaming && streaming.of !== of) {
        streaming.over.abort()
        await streaming.ended
        streaming = undefined
      }
      if (account && of && !streaming) {
        const over = new AbortController()
        streaming = { of, over, ended: keepStreaming(deps, account, AbortSignal.any([over.signal, stopping.signal])) }
      }
      if (account) await catchUp(deps, account).catch((error: unknown) => complain(deps, 'lists', error))
      await deps.pause(account ? everyMs : idleMs, stopping.signal)
    }
    streaming?.over.abort()
    await streaming?.ended
    await release(deps, holder)
  }

  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** The account, where this worker is the one that listens. */
async function mine({ db, pair, now }: ListenDeps, holder: string): Promise<XAccount | undefined> {
  const account = await readAccount(db, pair)
  if (!account) return undefined
  const until = new Date(now().getTime() + leaseMs)
  const { rows } = await as(db, system, (tx) =>
    sql<{ holder: string }>`
      insert into identity.x_listener (holder, until) values (${holder}, ${until})
      on conflict (one) do update set holder = excluded.holder, until = excluded.until
        where x_listener.holder = excluded.holder or x_listener.until < ${now()}
      returning holder`.execute(tx),
  )
  return rows.length > 0 ? account : undefined
}

async function release({ db }: ListenDeps, holder: string) {
  await as(db, system, (tx) => tx.deleteFrom('identity.x_listener').where('holder', '=', holder).execute()).catch(
    () => {},
  )
}

/** Each list by itself: one that is refused or limited does not stop the others, and is not asked before X wants to be. */
export async function catchUp(deps: ListenDeps, account: XAccount) {
  for (const [part, read] of [
    ['mentions', readMentions],
    ['search', readSearch],
    ['directs', readDirects],
  ] as const) {
    if (await isResting(deps, part)) continue
    await read(deps, account).catch((error: unknown) => complain(deps, part, error))
  }
}

async function isResting({ db, now }: ListenDeps, part: string): Promise<boolean> {
  const row = await as(db, system, (tx) =>
    tx.selectFrom('identity.x_state').select('again_at').where('part', '=', part).executeTakeFirst(),
  )
  return Boolean(row?.again_at && row.again_at > now())
}

/** One connection, again and again: soon at first, then after longer and longer, after a refusal not before X wants it. */
async function keepStreaming(deps: ListenDeps, account: XAccount, signal: AbortSignal) {
  let waitMs = firstWaitMs
  while (!signal.aborted) {
    try {
      await ensureRules(deps, account)
      await followStream(deps, account, signal, async (line) => {
        await keepItems(deps, readLine(line), deps.now(), account.userId)
        waitMs = firstWaitMs
      })
    } catch (error) {
      if (signal.aborted) return
      complain(deps, 'stream', error)
      const until = error instanceof XFailed ? error.againAt : undefined
      await deps.pause(until ? Math.max(until.getTime() - deps.now().getTime(), firstWaitMs) : waitMs, signal)
      waitMs = Math.min(2 * waitMs, longestWaitMs)
    }
  }
}

/** What X said is written in identity.x_state; the log names the part. Anything else is our own and says where. */
function complain({ log }: ListenDeps, part: string, error: unknown) {
  if (error instanceof XFailed) log.warn({ part, reason: error.code }, 'X does not answer as it should')
  else log.error({ err: error, part }, 'what X brought could not be kept; it is read again')
}
