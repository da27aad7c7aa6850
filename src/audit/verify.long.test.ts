import { expect, test } from 'vitest'
import { plantBelievable } from '../../seeds/plant-believable.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aWednesday, testKeeper, testKeys } from '../testing/test-deps.ts'
import { headKey, publicHalf } from './head.ts'
import { makeHead } from './make-head.ts'
import { verifyChains } from './verify-chains.ts'
import { verifyFiled } from './verify-filed.ts'
import { verifyHeads } from './verify-heads.ts'
import { verifyLedger } from './verify-ledger.ts'
import { verifyPublic } from './verify-public.ts'
import { verifySealed } from './verify-sealed.ts'

// What `lapor audit verify` does, on a country of believable reports. The bar: a million events in a minute.

const wanted = Number(process.env.AUDIT_EVENTS ?? 1_000_000)
/** Believable reports have 4.35 events each. */
const reports = Math.ceil(wanted / 4.3)

test('verify looks at 1,000,000 events, and says how long that took', async () => {
  const db = await testDatabase()
  const planting = { owner: db.owner, ownerUrl: db.urls.owner, now: aWednesday, keeper: testKeeper, onProgress() {} }
  await plantBelievable(reports, planting)
  const key = headKey(Buffer.alloc(32, 4))
  await makeHead({ db: db.worker, now: () => new Date(aWednesday.getTime() + 86_400_000), headKey: key })

  const said: string[] = []
  const say = (what: string) => said.push(what)
  const begun = performance.now()
  const found = ({ what }: { what: string }) => say(what)
  const [chains, ...others] = await Promise.all([
    verifyChains(db.urls.owner, found),
    verifyLedger(db.owner, found, say),
    verifySealed(db.owner, testKeeper, found),
    verifyFiled(db.owner, testKeys, found),
    verifyPublic(db.owner, found),
    verifyHeads(db.owner, publicHalf(key), say),
  ])
  const seconds = (performance.now() - begun) / 1_000
  const aMillion = ((seconds * 1_000_000) / chains.events).toFixed(1)
  process.stdout.write(
    `${chains.events} events of ${chains.reports} reports verified in ${seconds.toFixed(1)} s: a million in ${aMillion} s, bar 60\n`,
  )
  expect(said).toEqual([])
  expect(others).toEqual(others.map((one) => ({ ...one, faults: 0 })))
  expect(others.at(-1)).toEqual({ heads: 1, faults: 0 })
  expect(chains.events).toBeGreaterThanOrEqual(wanted)
})
