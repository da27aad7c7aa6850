import { expect, test } from 'vitest'
import { makeApp } from '../app.tsx'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { testDeps } from '../testing/test-deps.ts'
import { deliverAll, hireOfficers, tellDeps } from './testing/post-office.ts'

const db = await testDatabase()
const deps = testDeps(db)
const app = makeApp(deps)
await hireOfficers(db)

const pageAt = async (path: string) => (await app.request(path)).text()

test('the outbox shows every message that would have gone out, and those about one report', async () => {
  expect(await pageAt('/dev/outbox')).toContain('Belum ada pesan.')
  const one = await aReport(db, { stage: 'answered', contact: { name: 'Marta', email: 'marta@rumah.test' } })
  await aReport(db, { contact: { name: 'Yohana', email: 'yohana@rumah.test' } })
  await deliverAll(db, tellDeps(db))
  const all = await pageAt('/dev/outbox')
  for (const address of ['marta@rumah.test', 'yohana@rumah.test', 'sari@dinkes.test', 'koordinator@kupang.test'])
    expect(all).toContain(address)
  expect(all).toContain(`<a href="http://lapor.test/lacak?id=${one.trackingId}">`)
  const about = await pageAt(`/en/dev/outbox?laporan=${one.trackingId.toLowerCase()}`)
  expect(about).toContain('marta@rumah.test')
  expect(about).toContain('<h1>Outbox</h1>')
  expect(about).not.toContain('yohana@rumah.test')
})

test('a number that is none shows nothing', async () => {
  expect(await pageAt('/dev/outbox?laporan=%3Cscript%3E')).toContain('Belum ada pesan.')
})

test('production has no such page', async () => {
  const strict = makeApp({ ...deps, config: { ...deps.config, production: true } })
  expect((await strict.request('/dev/outbox')).status).toBe(404)
})
