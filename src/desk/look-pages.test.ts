import { expect, test } from 'vitest'
import { keepUnread } from '../channels/sms/keep-sms.ts'
import { smsWorld } from '../channels/sms/testing/sms-world.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testKeeper, testKeys } from '../testing/test-deps.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
await onDuty(db, dedi)
const world = await smsWorld(db)
const path = '/kelola/pintu/perlu-dilihat'
const desk = deskOf(db, dedi, () => world.clock.now)

const saidOn = (page: string) => [...page.matchAll(/Selokan nomor (\d+)\./g)].map(([, n]) => Number(n))
const titlesOn = (page: string) => [...page.matchAll(/<h2[^>]*>Pesan (\d+)</g)].map(([, n]) => Number(n))
const nextOn = (page: string) => /href="([^"]+)" rel="next"/.exec(page)?.[1] ?? ''
const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, at) => from + at)

test('of 55 messages that wait the desk sees how many they are, and reads the last five on a second page', async () => {
  for (const n of upTo(55)) {
    world.clock.now = new Date(world.clock.now.getTime() + 1_000)
    const unread = { odd: n, text: `Selokan nomor ${n}.` }
    await keepUnread({ db: db.web, keys: testKeys }, 'infobip', unread, world.clock.now)
  }
  await world.work()
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await world.sweep()

  const first = await desk.page(path)
  expect(first).toContain('55 pesan menunggu')
  expect(saidOn(first)).toEqual(upTo(50))
  const second = await desk.page(nextOn(first))
  expect(saidOn(second)).toEqual(upTo(55, 51))
  expect(titlesOn(second)).toEqual(upTo(55, 51))
  expect(nextOn(second)).toBe('')
  expect(second).toContain(`href="${path}"`)
  expect(await desk.page(`/en${nextOn(first)}`)).toContain('55 messages wait')
})

test('what is decided on the second page leads back to it; when nothing is left there, to the first', async () => {
  const page = nextOn(await desk.page(path))
  for (const n of upTo(55, 51)) {
    const action = /action="([^"]+pelepasan[^"]*)"/.exec(await desk.page(page))?.[1] ?? ''
    const to = (await desk.post(action, { why: 'test' })).headers.get('location') ?? ''
    expect(to).toContain(page.split('?')[1])
    expect(saidOn(await desk.page(to))).toEqual(n === 55 ? upTo(50) : upTo(55, n + 1))
  }
})

test('what accuses the desk is on no page, in no count and leaves no gap', async () => {
  await world.sms('+6281300000001', 'RAHASIA Admin nasional menghapus laporan teman saya')
  const { id } = await world.report()
  const named = testKeeper.sealWords(id, 'KemenPANRB')
  await db.owner
    .insertInto('casework.accused')
    .values({ report_id: id, position: 1, named, kind: 'unit', unit_id: 'kemenpanrb' })
    .execute()
  const some = await db.owner
    .selectFrom('identity.arrival')
    .select('id')
    .where('outcome', '=', 'quarantined')
    .orderBy('arrived_at')
    .limit(3)
    .execute()
  const ids = some.map((row) => row.id)
  await db.owner.updateTable('identity.arrival').set({ report_id: id }).where('id', 'in', ids).execute()
  const page = await desk.page(path)
  expect(page).toContain('47 pesan menunggu')
  expect(saidOn(page)).toEqual(upTo(50, 4))
  expect(titlesOn(page)).toEqual(upTo(47))
})

test('an address that we did not write begins at the beginning', async () => {
  for (const odd of [
    '',
    'x',
    'zzzzzzzzz.00000000-0000-4000-8000-000000000000',
    "0.'",
    '0.00000000-0000-4000-8000-00000000000',
  ])
    expect(saidOn(await desk.page(`${path}?setelah=${encodeURIComponent(odd)}`))).toEqual(upTo(50, 4))
})
