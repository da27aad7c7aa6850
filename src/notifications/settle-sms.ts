import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'

/** What became of one SMS; what is not said stays as it is. */
export type SettledSms = {
  id: string
  state: 'sent' | 'failed' | 'dead'
  attempts: number
  lastError?: string
  sentAt?: Date
  gateway?: string
  /** A bytea in JSON: `\x…`. */
  refHash?: string
  delivery?: 'accepted' | 'unknown'
  deliveryAt?: Date
  /** Of one that failed: when it is tried again. */
  notBefore?: Date
  /** How many more times no answer came; -1 when the one that was missing has come. */
  unanswered?: number
  preview?: string
}

/** Writes down what became of them; those of a moment together. Resolves when it is committed, however long the database is away. */
export type Settler = {
  settle(settled: SettledSms, at: Date): Promise<void>
  /** The database is away: what has left could not be written down, and looks as if it had not. */
  isBehind(): boolean
}

type Waiting = { settled: SettledSms; at: Date; done: () => void; failed: (error: unknown) => void }

const againMs = 250

/** While one lot is written the next gathers: one statement for many, and no wait for one alone. */
export function makeSettler({ db, log }: { db: Db; log: Log }): Settler {
  let gathered: Waiting[] = []
  let isWriting = false
  let isBehind = false

  async function writeLot(lot: readonly Waiting[]) {
    for (;;) {
      const error = await settleAll(db, lot).then(
        () => undefined,
        (reason: unknown) => reason,
      )
      isBehind = error !== undefined && isAway(error)
      if (error === undefined) return
      if (!isBehind) throw error
      log.warn({ err: error }, 'SMS that left could not be written down; it is tried again')
      await pause(againMs)
    }
  }

  async function write() {
    if (isWriting) return
    isWriting = true
    while (gathered.length > 0) {
      const lot = gathered
      gathered = []
      await writeLot(lot).then(
        () => lot.forEach(({ done }) => done()),
        (error: unknown) => lot.forEach(({ failed }) => failed(error)),
      )
    }
    isWriting = false
  }

  return {
    settle: (settled, at) =>
      new Promise((done, failed) => {
        gathered.push({ settled, at, done, failed })
        void write()
      }),
    isBehind: () => isBehind,
  }
}

/** No answer of the database to what we said, but none at all, or that it cannot now: classes 08, 40, 53 and 57 of SQLSTATE. */
function isAway(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) return false
  const { code } = error as { code?: string }
  return !/^[0-9A-Z]{5}$/.test(code ?? '') || /^(08|40|53|57)/.test(code ?? '')
}

async function settleAll(db: Db, lot: readonly Waiting[]) {
  const rows = lot.map(({ settled }) => ({ ...settled, preview: settled.preview && JSON.parse(settled.preview) }))
  const at = lot[0]?.at ?? new Date()
  await as(db, system, async (tx) => {
    await sql`select identity.settle_sms(${JSON.stringify(rows)}::jsonb, ${at})`.execute(tx)
  })
}
