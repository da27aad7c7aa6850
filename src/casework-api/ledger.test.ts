import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { askOpening, decideOpening } from '../secrecy/break-glass.ts'
import { layEmbargo } from '../secrecy/embargo.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testKeeper } from '../testing/test-deps.ts'
import { ledgerSchema } from './ledger.ts'
import { apiAs } from './testing/api-as.ts'

const db = await testDatabase()

const siti: Actor = { role: 'verifier', accountId: '00000000-0000-4000-8000-000000005171', agencyId: 'kemenpanrb' }

beforeAll(() => onDuty(db, dedi, siti))

test('by their key a reporter is told who asked for what and who held it back, and nobody else is', async () => {
  const made = await aReport(db)
  const path = `/reports/${made.trackingId}/openings`
  const reporter = apiAs(db, { key: made.key })
  expect((await reporter.get(path)).json).toEqual({ openings: [], embargoes: [], restores: [] })
  const until = new Date(aWednesday.getTime() + 86_400_000)
  const why = { ground: 'contact', reason: 'Alamat kejadian harus ditanyakan langsung.' } as const
  await as(db.web, dedi, (tx) =>
    layEmbargo(tx, testKeeper, made.id, { ground: 'court', statute: 'Penetapan 12/2026', until }, aWednesday),
  )
  const n = await as(db.web, dedi, (tx) =>
    askOpening(tx, testKeeper, made.id, { what: 'identity', ...why }, aWednesday),
  )
  await as(db.web, siti, (tx) => decideOpening(tx, made.id, n, 'refused', aWednesday))
  const { json, headers } = await reporter.get(path)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(ledgerSchema.parse(json)).toMatchObject({
    openings: [
      {
        ...why,
        what: 'identity',
        state: 'refused',
        askedBy: { role: 'verifier' },
        decidedBy: { role: 'verifier', agency: 'kemenpanrb' },
      },
    ],
    embargoes: [{ ground: 'court', statute: 'Penetapan 12/2026', endedAt: null }],
  })
  expect(JSON.stringify(json)).not.toMatch(/Petugas|0000-4000/)
  const absent = await apiAs(db, {}).get('/reports/K7M2QX4PR/openings')
  for (const who of [{}, { actor: dedi }, { actor: coordinatorOf() }, { key: '2222-2222-2222-2222-2222' }]) {
    const refused = await apiAs(db, who).get(path)
    expect([refused.status, refused.json]).toEqual([404, absent.json])
  }
})
