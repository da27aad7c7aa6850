import type { Now } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/db.ts'
import type { Log } from '../../../platform/log.ts'
import type { KeyPair } from '../../../platform/seal.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import { type Bind, type BindTimes, keepBind, type Submitted, usualTimes } from './bind.ts'
import { gatewayOf } from './gateway-row.ts'
import { tidyBrought } from './keep-brought.ts'
import { inOrder } from './route.ts'
import { takeDelivery } from './take-delivery.ts'
import { writeStates } from './write-states.ts'

export type BindsDeps = {
  /** Role lapor_worker. */
  db: Db
  pair: KeyPair
  keys: IdentityKeys
  log: Log
  now: Now
  times?: Partial<BindTimes>
  /** How often the rows are looked at, in milliseconds. */
  followEveryMs?: number
}

/** Every operator's message centre that is a row, held. */
export type Binds = {
  /** There is one. */
  any(): boolean
  /** One takes messages now. */
  isUp(): boolean
  /** Through the operator whose number it is, else through another, never `notThrough`, all within the time that one may take; with the name of the last one that was asked. */
  submit(to: string, text: string, notThrough?: string | null): Promise<{ gateway: string; submitted: Submitted }>
  stop(): Promise<void>
}

const sayEveryMs = 10_000
const tidyEveryMs = 3_600_000

/** Holds the binds of all rows of kind smpp; a row that comes, changes or goes is followed within seconds. */
export async function holdBinds(deps: BindsDeps): Promise<Binds> {
  const { db, log, now, followEveryMs = 2_000 } = deps
  const { waitMs, answerMs } = { ...usualTimes, ...deps.times }
  const held = new Map<string, Bind>()
  let saying = Promise.resolve()
  let following = follow()
  const say = () => {
    saying = saying.then(() =>
      writeStates(db, [...held.values()], now()).catch((error) => {
        log.warn({ err: error }, 'the states of the binds could not be written')
      }),
    )
  }

  async function follow() {
    const rows = await as(db, system, (tx) =>
      tx.selectFrom('identity.gateway').selectAll().where('kind', '=', 'smpp').execute(),
    )
    for (const [id, bind] of held) {
      const row = rows.find((one) => one.id === id)
      if (row && row.changed_at.getTime() === bind.gateway.changedAt.getTime()) continue
      held.delete(id)
      await bind.stop()
    }
    for (const row of rows) {
      if (held.has(row.id)) continue
      const gateway = gatewayOf(row, deps.pair)
      const onDelivery = takeDelivery(deps, gateway)
      held.set(row.id, keepBind(gateway, { log, now, onDelivery, onState: () => say(), times: deps.times }))
    }
  }

  const followAgain = () => {
    following = following.then(follow).catch((error: unknown) => {
      log.warn({ err: error }, 'the gateways could not be read')
    })
  }
  await following.catch((error: unknown) => log.warn({ err: error }, 'the gateways could not be read'))
  following = Promise.resolve()
  const timers = [
    setInterval(followAgain, followEveryMs),
    setInterval(say, sayEveryMs),
    setInterval(() => {
      tidyBrought(db, now()).catch((error) => log.warn({ err: error }, 'what was brought could not be tidied'))
    }, tidyEveryMs),
  ]

  return {
    any: () => held.size > 0,
    isUp: () => [...held.values()].some((bind) => bind.isUp()),
    async submit(to, text, notThrough) {
      let last: { gateway: string; submitted: Submitted } = { gateway: '', submitted: { kind: 'down' } }
      const allowed = [...held.values()].filter(({ gateway }) => gateway.name !== notThrough)
      const giveUp = performance.now() + waitMs + answerMs
      for (const bind of inOrder(allowed, to)) {
        const leftMs = giveUp - performance.now()
        // Asked so late it might answer after the claim has ended, and be asked once more meanwhile.
        if (last.gateway && leftMs < answerMs / 2) break
        last = { gateway: bind.gateway.name, submitted: await bind.submit(to, text, leftMs) }
        const { kind } = last.submitted
        // Whether it left is not known: through another one it might leave twice.
        if (kind === 'accepted' || kind === 'unanswered') break
      }
      return last
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await following
      await Promise.all([...held.values()].map((bind) => bind.stop()))
      held.clear()
      await saying
      await writeStates(db, [], now()).catch(() => {})
    },
  }
}
