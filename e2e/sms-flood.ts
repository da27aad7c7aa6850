import { expect, vi } from 'vitest'
import { fromPhone } from '../src/channels/sms/parts/testing/from-phone.ts'
import { aWednesday, offsetTo } from './clock-offset.ts'
import { askDatabase, insertsPerSecond } from './database.ts'
import { killDatabase, killProcess } from './kill.ts'
import { numberOf, type Operators, startOperators } from './operators.ts'
import { type Product, startProduct } from './product.ts'

type Flood = { messages: number; databaseKills: number; workerKills: number }

const names = ['telkomsel', 'indosat', 'three'] as const
/** On their way from phones at once, as an operator's window allows. */
const atOnce = 100
const patience = { timeout: 10_800_000, interval: 500 }

/**
 * So many messages from as many phones through three operators; one in twenty is brought twice, one in twenty comes in two parts, the
 * second first; the database and the worker are killed meanwhile. Then the ledger's sides are equal, every message is one report, and
 * every phone has got one receipt. Prints the rates.
 */
export async function surviveFlood({ messages, databaseKills, workerKills }: Flood): Promise<void> {
  const env = { LAPOR_SEED: 'reference', LOG_LEVEL: 'error', LAPOR_CLOCK_OFFSET: offsetTo(aWednesday) }
  const product = await startProduct({ env })
  const operators = await startOperators(product.dataDir)
  try {
    await vi.waitUntil(() => Object.values(operators).reduce((sum, one) => sum + one.lines(), 0) === 4, patience)
    const kills = plan(messages, [
      ...Array.from({ length: databaseKills }, () => killDatabase),
      ...Array.from({ length: workerKills }, () => (one: Product) => killProcess(one, 'worker')),
    ])
    const begun = performance.now()
    await everyPhoneWrites(operators, messages, (at) => kills.get(at)?.(product))
    const inSeconds = (performance.now() - begun) / 1_000
    const heard = () => names.reduce((sum, name) => sum + operators[name].rung.length, 0)
    await vi.waitUntil(() => heard() >= messages, patience)
    const outSeconds = (performance.now() - begun) / 1_000
    await vi.waitUntil(async () => (await counted(product)).unsent === 0, patience)
    const limit = await insertsPerSecond(product.dataDir)
    const rate = (seconds: number) => `${Math.round(messages / seconds)}/s (${share(messages / seconds, limit)})`
    console.log(
      `${messages} messages over SMPP, database killed ${databaseKills} times, worker ${workerKills}: in ${rate(inSeconds)}, ` +
        `to report and receipt ${rate(outSeconds)} [limit: ${Math.round(limit)} inserts and commits/s over 16 connections]`,
    )
    const parts = Array.from({ length: messages }, (_, at) => at).filter(isInParts).length
    expect(await counted(product)).toEqual({
      received: messages + parts,
      difference: 0,
      waiting: 0,
      reports: messages,
      unsent: 0,
    })
    expectOneReceiptEach(operators, messages)
  } finally {
    await product.stop()
    await Promise.all(names.map((name) => operators[name].die()))
  }
}

const share = (perSecond: number, limit: number) => `${Math.round((100 * perSecond) / limit)} %`
const isTwice = (at: number) => at % 20 === 13
const isInParts = (at: number) => at % 20 === 7
const operatorOf = (at: number) => names[at % 3] as (typeof names)[number]
const phoneOf = (at: number) => numberOf(operatorOf(at), at)

async function everyPhoneWrites(operators: Operators, messages: number, onThanked: (count: number) => void) {
  let next = 0
  let thanked = 0
  const write = async (at: number) => {
    const smsc = operators[operatorOf(at)]
    const text = `Lampu jalan di gang ${wordFor(at)} padam sejak pekan lalu`
    const long = `${text}, ${'warga takut lewat pada malam hari, '.repeat(4)}mohon diperbaiki`
    const said = isInParts(at) ? fromPhone(long, at).toReversed() : fromPhone(text)
    for (const part of said) await smsc.phone(phoneOf(at), isTwice(at) ? [part, part] : [part])
  }
  const phone = async () => {
    for (let at = next++; at < messages; at = next++) {
      await write(at)
      onThanked(++thanked)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, phone))
}

/** Spread over the flood, one after the other. */
function plan(messages: number, kills: ((product: Product) => void)[]): Map<number, (product: Product) => void> {
  const mixed = kills.toSorted((_, other) => (kills.indexOf(other) % 3) - 1)
  return new Map(mixed.map((kill, at) => [Math.floor(((at + 1) * messages) / (mixed.length + 1)), kill]))
}

/** As the tables say it; `difference`: of what was counted at the door and all outcomes. */
async function counted({ dataDir }: Product) {
  const [row] = await askDatabase(
    dataDir,
    `select (select sum(n)::int from identity.arrival_received) as received,
      (select sum(case when outcome is null then n else -n end)::int from identity.arrivals_ledger()) as difference,
      (select count(*)::int from identity.arrival where outcome is null) as waiting,
      (select count(*)::int from casework.report) as reports,
      (select count(*)::int from identity.message where state <> 'sent') as unsent`,
  )
  return row as Record<'received' | 'difference' | 'waiting' | 'reports' | 'unsent', number>
}

function expectOneReceiptEach(operators: Operators, messages: number) {
  const heard = new Map<string, string[]>()
  for (const name of names)
    for (const { to, text } of operators[name].rung) heard.set(to, [...(heard.get(to) ?? []), text])
  expect(heard.size).toBe(messages)
  const wrong = [...heard.values()].filter((texts) => texts.length !== 1 || !texts[0]?.includes('diterima'))
  expect(wrong).toEqual([])
  const ids = new Set(
    [...heard.values()].map((texts) => /LAPOR! (?:Laporan )?([0-9A-Z]{9})\b/.exec(texts[0] ?? '')?.[1]),
  )
  expect(ids.size).toBe(messages)
}

/** Letters only, of its own for each. */
function wordFor(at: number): string {
  return [...String(at).padStart(6, '0')].map((digit) => 'bdfghjklmn'[Number(digit)]).join('a')
}
