import { expect, test } from 'vitest'
import { arrivalsLedger } from '../../intake/arrivals-ledger.ts'
import type { Db } from '../../platform/db.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'
import { takeSms } from './take-sms.ts'

// Four hundred messages, some brought twice, some in parts that come the wrong way round, taken by two workers of which one dies.

const db = await testDatabase()
const world = await smsWorld(db)

const messages = 400
const logical = Array.from({ length: messages }, (_, at) => ({
  from: `+62815${String(at).padStart(7, '0')}`,
  id: `flood-${at}`,
  text: `Jalan ${wordFor(at)} berlubang, mohon diperbaiki`,
  /** 5 % come in two parts, the second first. */
  inParts: at % 20 === 7,
  /** 5 % are brought twice. */
  isTwice: at % 20 === 13,
}))

test('every message becomes one report and one receipt, whoever dies in between', async () => {
  const brought = logical.flatMap(hooksOf)
  for (let at = 0; at < brought.length; at += 50)
    expect(new Set(await Promise.all(brought.slice(at, at + 50).map((fields) => world.hook(fields))))).toEqual(
      new Set([200]),
    )
  const received = messages + logical.filter(({ inParts }) => inParts).length
  expect(await ledger()).toMatchObject({ received, outcomes: { waiting: received } })

  // Both workers are given everything; one is cut off in the middle of its work, its transactions undone.
  const waiting = await db.owner.selectFrom('identity.arrival').select('id').orderBy('arrived_at').execute()
  let cut = 0
  const dying = { ...world.taking, db: dyingDb(db.worker, () => ++cut % 3 === 0) }
  const work = async (taking: typeof world.taking, ids: readonly { id: string }[]) => {
    for (const { id } of ids) await takeSms(taking, id).catch(onlyIfCut)
  }
  await Promise.all([work(world.taking, waiting.slice(0, 240)), work(dying, waiting.toReversed())])
  expect(cut).toBeGreaterThan(20)
  expect((await ledger())?.outcomes.waiting).toBeGreaterThan(20)

  // A minute later what still waits is asked about again.
  world.clock.now = new Date(world.clock.now.getTime() + 61_000)
  await world.sweep()
  await world.sweep()

  const after = await ledger()
  expect(after).toMatchObject({ received, outcomes: { waiting: 0, report: received } })
  expect(after?.difference).toBe(0)
  expect((await texts()).toSorted()).toEqual(logical.map(({ text }) => text).toSorted())

  await world.work()
  const receipts = await db.owner
    .selectFrom('identity.message')
    .select(['report_id', 'state'])
    .where('template', '=', 'receipt')
    .execute()
  expect(receipts).toHaveLength(messages)
  expect(new Set(receipts.map(({ report_id }) => report_id)).size).toBe(messages)
  expect(new Set(receipts.map(({ state }) => state))).toEqual(new Set(['sent']))
}, 300_000)

const ledger = async () => (await arrivalsLedger(db.worker))[0]

const texts = async () => (await filedReports(db)).map(({ text }) => text)

type Fields = Record<string, string | Buffer>

function hooksOf({ from, id, text, inParts, isTwice }: (typeof logical)[number]): Fields[] {
  if (!inParts)
    return isTwice
      ? [
          { from, id, text },
          { from, id, text },
        ]
      : [{ from, id, text }]
  const half = Math.floor(text.length / 2)
  const part = (at: number, words: string) => ({
    from,
    id: `${id}-${at}`,
    charset: 'ISO-8859-1',
    udh: Buffer.from([5, 0, 3, 77, 2, at]),
    text: Buffer.from(words, 'latin1'),
  })
  return [part(2, text.slice(half)), part(1, text.slice(0, half))]
}

/** Letters only, of its own for each message. */
function wordFor(at: number): string {
  return [...String(at).padStart(4, '0')].map((digit) => 'bdfghjklmn'[Number(digit)]).join('a')
}

class Cut extends Error {}

function onlyIfCut(error: unknown) {
  if (!(error instanceof Cut)) throw error
}

/** A database that is cut off at the end of some transactions: all they did is undone. */
function dyingDb(real: Db, isCut: () => boolean): Db {
  const transaction = () => ({
    execute: (work: (tx: unknown) => Promise<unknown>) =>
      real.transaction().execute(async (tx) => {
        const done = await work(tx)
        if (isCut()) throw new Cut('the worker died')
        return done
      }),
  })
  return Object.assign(Object.create(real) as Db, { transaction })
}
