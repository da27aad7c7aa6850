import { expect, test } from 'vitest'
import { arrivalTasks } from '../channels/arrivals/arrival-tasks.ts'
import { keepUnread } from '../channels/sms/keep-sms.ts'
import { filedReports } from '../channels/sms/testing/filed-reports.ts'
import { smsWorld } from '../channels/sms/testing/sms-world.ts'
import { takeX } from '../channels/x/take-x.ts'
import { keepItems } from '../channels/x/keep-items.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { atTheOffice } from '../testing/at-the-office.ts'
import { dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testDeps, testKeys } from '../testing/test-deps.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
await onDuty(db, dedi)
const world = await smsWorld(db, { log: { error() {}, warn() {}, info() {} } as never })
const office = atTheOffice(db, world)
const path = '/kelola/pintu/perlu-dilihat'
const desk = deskOf(db, dedi, () => world.clock.now)
const later = (ms = 60_000) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
async function idOf(words: string) {
  const card = (await desk.page(path)).split('<section').find((one) => one.includes(words))
  return /perlu-dilihat\/([0-9a-f-]{36})\//.exec(card ?? '')?.[1] ?? ''
}
const press = async (id: string, noun: string) =>
  (await desk.post(`${path}/${id}/${noun}`, {})).headers.get('location')?.split('sudah=')[1]
const filedWith = async (words: string) => (await filedReports(db)).filter(({ text }) => text.includes(words))
const minute = () => {
  later()
  return world.sweep()
}

test('RAHASIA of something that no gateway is known to send is a hidden report when the desk makes it one', async () => {
  const body = { text: 'RAHASIA Bendahara desa menilep bantuan' }
  await keepUnread({ db: db.web, keys: testKeys }, 'infobip', { kind: 'odd', body }, world.clock.now)
  await world.work()
  await minute()
  expect(await press(await idOf('Bendahara desa menilep'), 'laporan')).toBe('laporan')
  await world.work()
  expect(await filedWith('Bendahara desa menilep')).toMatchObject([{ confidential: true, anonymous: true }])
})

test('RAHASIA of a sender without a number is hidden too', async () => {
  await world.hook({ from: 'INFO-BANK', text: 'RAHASIA Kepala desa menilep bantuan beras' })
  await world.work()
  expect(await filedWith('Kepala desa menilep')).toMatchObject([{ confidential: true, anonymous: true }])
})

test('what X brought in a form of which nothing is known, and asks to be hidden, is hidden when the desk makes it a report', async () => {
  const raw = JSON.stringify({ news: [{ id: 5, text: 'Lurah minta uang. Mohon laporan ini dirahasiakan' }] })
  await keepItems({ db: db.web, keys: testKeys }, [{ kind: 'unread', raw }], world.clock.now)
  const taking = { ...world.taking, uploadsDir: testDeps(db).uploadsDir }
  const tasks = arrivalTasks(taking, { x: (id) => takeX(taking, id) })
  const sweep = () => tasks.arrivals({}, { lastTry: false, signal: new AbortController().signal })
  await db.owner.deleteFrom('casework.outbox').execute()
  later()
  await sweep()
  expect(await press(await idOf('Lurah minta uang'), 'laporan')).toBe('laporan')
  later()
  await sweep()
  expect(await filedWith('Lurah minta uang')).toMatchObject([{ confidential: true }])
})

test('what is still being tried becomes a report as soon as the desk says that it is one', async () => {
  await world.hook({ from: '+6281300000009', text: 'RAHASIA Rambu hilang di Penfui' })
  await db.owner.deleteFrom('casework.outbox').execute()
  const tasks = arrivalTasks(world.taking, { sms: () => Promise.reject(new Error('broken')) })
  later()
  await tasks.arrivals({}, { lastTry: false, signal: new AbortController().signal })
  expect(await press(await idOf('Rambu hilang di Penfui'), 'laporan')).toBe('laporan')
  await world.work()
  expect(await filedWith('Rambu hilang di Penfui')).toMatchObject([{ confidential: true }])
})

test('what names the sender’s own confidential report, filed on a page, hides as much as that report when it becomes one of its own', async () => {
  later()
  const from = '+6281300000012'
  await world.sms(from, 'RAHASIA Verifikator meminta imbalan untuk meneruskan')
  const report = await world.report()
  await db.owner.updateTable('casework.report').set({ channel: 'web' }).where('id', '=', report.id).execute()
  await world.sms(from, `BALAS ${report.tracking_id} Lurah juga terlibat dan menerima bagian`)
  later(25 * 3_600_000)
  await world.sweep()
  await world.sweep()
  expect(await filedWith('Lurah juga terlibat')).toMatchObject([{ confidential: true }])
})

test('what was asked about the sender’s confidential report, and never answered, is as hidden as that report; BARU is not', async () => {
  later()
  const from = '+6281300000013'
  await world.sms(from, 'RAHASIA KOTKUPANG Kepala gudang menjual beras bantuan')
  const report = await world.report()
  await office.ask(report.id, 'Kapan?')
  await world.work()
  for (const words of [
    'jalan di depan SD Inpres juga rusak parah sekali',
    'pohon tumbang menutup jalan raya Penfui sejak pagi',
  ]) {
    expect((await world.sms(from, words)).join()).toContain('BARU')
    if (words.startsWith('pohon')) await world.sms(from, 'BARU')
    await world.work()
    later(25 * 3_600_000)
    await world.sweep()
    await world.sweep()
  }
  expect(await filedWith('SD Inpres')).toMatchObject([{ confidential: true }])
  expect(await filedWith('pohon tumbang')).toMatchObject([{ confidential: false }])
})
