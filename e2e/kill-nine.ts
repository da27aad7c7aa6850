import { mkdtempSync, rmSync } from 'node:fs'
import { expect } from 'vitest'
import { filedSchema } from '../src/intake/api-schemas.ts'
import { apiOf } from './api.ts'
import { askDatabase } from './database.ts'
import { killEverything } from './kill.ts'
import { type Product, startProduct } from './product.ts'

const filings = 200
const env = { LAPOR_SEED: 'reference', LOG_LEVEL: 'error' }

/**
 * Kills everything in the middle of 200 filings at once, starts again in the same folder, and asks again for every one: those that
 * were acknowledged are there with the same ID, those that were not become one report each; no more, and none in part.
 * @param times how often, one after the other, with more reports each time
 */
export async function surviveKills(times: number): Promise<void> {
  const dataDir = mkdtempSync('/tmp/lapor-kill-')
  const known = new Map<string, string>()
  let product = await startProduct({ dataDir, env })
  try {
    for (let time = 1; time <= times; time++) {
      const keys = Array.from({ length: filings }, (_, at) => `kill-${time}-${at}`)
      const killAfter = 1 + Math.floor(Math.random() * (filings - 1))
      const acknowledged = await fileUntilKilled(product, keys, killAfter)
      const begun = performance.now()
      product = await startProduct({ dataDir, env })
      const readyMs = Math.round(performance.now() - begun)
      const line = `killed after ${acknowledged.size} of ${filings} answers; ready again in ${readyMs} ms`
      console.log(`${line} [bar 5,000 ms]`)
      for (const [key, id] of await fileAgain(product, keys)) {
        if (acknowledged.has(key)) expect(id, key).toBe(acknowledged.get(key))
        known.set(key, id)
      }
      expect(new Set(known.values()).size).toBe(time * filings)
      expect(await whatIsStored(dataDir)).toEqual({ reports: known.size, whole: known.size, events: known.size })
    }
  } finally {
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const text = (key: string) => `Jembatan gantung di Oepoi putus talinya (${key}).`

/** All at once; at `killAfter` answers everything dies. @returns the ID of each that was acknowledged, by its key */
async function fileUntilKilled(product: Product, keys: string[], killAfter: number): Promise<Map<string, string>> {
  const { post } = apiOf(product.url)
  const acknowledged = new Map<string, string>()
  let killed: Promise<number> | undefined
  const file = async (key: string) => {
    const { status, json } = await post('/reports', { text: text(key) }, { idempotencyKey: key })
    if (status !== 201) return
    acknowledged.set(key, filedSchema.parse(json).id)
    if (acknowledged.size >= killAfter) killed ??= killEverything(product)
  }
  await Promise.allSettled(keys.map(file))
  expect(await killed, 'processes killed').toBeGreaterThan(5)
  return acknowledged
}

/** Every key once more, ten at a time. */
async function fileAgain({ url }: Product, keys: string[]): Promise<[string, string][]> {
  const { post } = apiOf(url)
  const waiting = [...keys]
  const filed: [string, string][] = []
  const work = async () => {
    for (let key = waiting.pop(); key; key = waiting.pop()) {
      const { status, json } = await post('/reports', { text: text(key) }, { idempotencyKey: key })
      expect(status, key).toBe(201)
      filed.push([key, filedSchema.parse(json).id])
    }
  }
  await Promise.all(Array.from({ length: 10 }, work))
  return filed
}

/** Counted in the database itself: reports, those with their words and their one first event, and events. */
async function whatIsStored(dataDir: string) {
  const [row] = await askDatabase(
    dataDir,
    `select count(*)::int as reports,
      count(*) filter (where exists (select from casework.content c where c.report_id = r.id)
        and exists (select from casework.event e where e.report_id = r.id and e.move = 'submit'))::int as whole,
      (select count(*)::int from casework.event) as events
    from casework.report r`,
  )
  return row
}
