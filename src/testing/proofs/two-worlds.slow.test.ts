import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { makeTrackingId } from '../../report/tracking-id.ts'
import { aReport } from '../a-report.ts'
import { aWednesday } from '../test-deps.ts'
import { routesOfReports } from './fill.ts'
import { aSecretLife, live, type SecretLife } from './secret-lives.ts'
import { differences, watch } from './snapshot.ts'

// Two worlds that differ only in confidential reports answer every stranger with the same bytes.

const db = await testDatabase()
const site = await watch(db)
const runs = Number(process.env.TWO_WORLDS_RUNS ?? 3)
const hour = 3_600_000
const ago = (hours: number) => new Date(aWednesday.getTime() - hours * hour)

async function publicReports(at = db) {
  return [
    await aReport(at, { stage: 'forwarded', at: ago(400), text: 'Lampu jalan di pasar mati.', areaCode: '53.71' }),
    await aReport(at, { stage: 'closed', at: ago(300), rating: 4, text: 'Air di Kupang tidak mengalir.' }),
    await aReport(at, { stage: 'received', published: true, at: ago(200), text: 'Jalan kenari rusak.' }),
    await aReport(at, { stage: 'answered', anonymous: true, at: ago(100), point: { lat: -10.17, lon: 123.6 } }),
    await aReport(at, { stage: 'withdrawn', at: ago(50) }),
  ]
}

const shown = await publicReports()
const ids = shown.map(({ trackingId }) => trackingId)
const hidden: string[] = []

test('no answer to a stranger differs by a byte when confidential reports are filed, moved, answered, merged, withdrawn', async () => {
  const before = await site.everything(ids)
  expect(differences(before, await site.everything(ids)), 'the same world answers the same').toEqual([])
  expect(before.size).toBeGreaterThan(100)
  await fc.assert(
    fc.asyncProperty(fc.array(aSecretLife, { minLength: 1, maxLength: 6 }), async (lives) => {
      for (const life of lives) hidden.push(...(await live(db, life)).map(({ trackingId }) => trackingId))
      expect(differences(before, await site.everything(ids))).toEqual([])
    }),
    { numRuns: runs, endOnFailure: true },
  )
  const bytes = [...before.values()].reduce((sum, answer) => sum + answer.length, 0)
  process.stdout.write(
    `two worlds: ${runs} times ${before.size} answers of ${Math.round(bytes / 1024)} KiB beside ${hidden.length} confidential reports, 0 differ\n`,
  )
}, 600_000)

test('a hidden report answers as one that does not exist, at every address and to every post', async () => {
  for (const life of fc.sample(aSecretLife, { seed: 11, numRuns: 3 }))
    hidden.unshift(...(await live(db, life)).map(({ trackingId }) => trackingId))
  const absent = Array.from({ length: 3 }, () => makeTrackingId())
  const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
  const form = { method: 'POST', body: 'text=Halo', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  // A tag is made of the words of the page, the ID that was typed among them.
  const told = async (id: string, path: string, init?: RequestInit) =>
    (await site.answerTo(path.replace(':id', id), {}, init)).replaceAll(id, ':id').replace(/^etag: .*$/m, 'etag')
  const routes = (method: 'GET' | 'POST') => routesOfReports(site.app, method, ['catatan', '1', 'x', 'kota-kupang'])
  expect(routes('POST').length).toBeGreaterThan(15)
  for (const [at, id] of hidden.slice(0, 3).entries()) {
    const none = absent[at] ?? ''
    for (const path of routes('GET')) expect(await told(id, path), path).toBe(await told(none, path))
    for (const path of routes('POST'))
      for (const init of [json, form]) expect(await told(id, path, init), path).toBe(await told(none, path, init))
    for (const path of ['/lacak?id=:id', '/lacak?milik=:id', '/laporan?q=:id', '/api/v1/reports?q=:id'])
      expect(await told(id, path), path).toBe(await told(none, path))
    const tracked = { ...form, body: `id=${id}` }
    expect(await told(id, '/lacak', tracked)).toBe(await told(none, '/lacak', { ...form, body: `id=${none}` }))
  }
})

test('public reports filed between confidential ones look as if filed among themselves', async () => {
  const lives = fc.sample(aSecretLife, { seed: 7, numRuns: 6 })
  const alone = await worldOf([])
  const among = await worldOf(lives)
  expect(differences(alone, among)).toEqual([])
}, 600_000)

/** A world of its own; IDs are drawn by chance, so they are told by the order of filing, and tags made of them are left out. */
async function worldOf(lives: readonly SecretLife[]): Promise<Map<string, string>> {
  const other = await testDatabase()
  const itsSite = await watch(other)
  for (const life of lives) await live(other, life)
  const made = await publicReports(other)
  for (const life of lives) await live(other, life)
  const names = made.flatMap(({ id, trackingId }, at) => [
    [trackingId, `LAPORAN0${at}`] as const,
    [trackingId.match(/.{3}/g)?.join('-') ?? trackingId, `LAPORAN-0${at}`] as const,
    [trackingId.match(/.{3}/g)?.join(' ') ?? trackingId, `LAPORAN 0${at}`] as const,
    [id, `id-${at}`] as const,
  ])
  const named = (text: string) =>
    names
      .reduce((told, [id, name]) => told.replaceAll(id, name), text)
      .replace(/^(etag|content-length): .*$/gm, '$1')
      .replace(/setelah=[\w-]+|"next":"[^"]+"/g, 'onward')
  const answers = await itsSite.everything(made.map(({ trackingId }) => trackingId))
  return new Map([...answers].map(([asked, answer]) => [named(asked), named(answer)]))
}
