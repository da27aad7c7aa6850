import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { askErasure, type Erasable } from '../secrecy/ask-erasure.ts'
import { eraseReport } from '../secrecy/erase-report.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'
import { replaceTree } from '../secrecy/keys/key-file.ts'
import { growTree } from '../secrecy/keys/key-tree.ts'
import { atTheOffice } from '../testing/at-the-office.ts'
import { takeBackup, tablesThatTell } from '../testing/proofs/old-backup.ts'
import { aWednesday, testKeyPair, testOpener } from '../testing/test-deps.ts'
import { compose, replyTo } from './email/testing/compose.ts'
import { mailWorld } from './email/testing/mail-world.ts'
import type { GotLetter } from './email/testing/read-letter.ts'
import { smsWorld } from './sms/testing/sms-world.ts'
import { type Someone, somebody } from './x/testing/x-people.ts'
import { xWorld } from './x/testing/x-world.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lapor-old-'))
const uploadsDir = join(dataDir, 'uploads')
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
/** The keys that the worlds below seal with, kept in files, so that they can be destroyed. */
await replaceTree({ dataDir }, 1, growTree(Buffer.alloc(32, 4)))

/** Every key that there is today. */
const todays = () => ({ ...testKeyPair, keeper: keeperOf({ dataDir }) })

async function erase(db: TestDatabase, id: string, what: Erasable) {
  const reporter = { role: 'reporter', reportId: id } as const
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, what, aWednesday))
  await eraseReport({ db: db.worker, keys: { dataDir }, pair: testOpener, uploadsDir, now: () => aWednesday }, id)
}

test('an erased reporter who wrote SMS is in no old backup: not the number, not what was asked about, not what had just come', async () => {
  const db = await testDatabase()
  const world = await smsWorld(db)
  const office = atTheOffice(db, world)
  const from = '+6282200055555'
  const telling = /82200055555|loket|minta uang/
  const backups = []
  await world.hook({ from, text: 'KOTKUPANG RAHASIA Kepala dinas minta uang di loket' })
  backups.push(await takeBackup(db))
  await world.work()
  const { id } = await world.report()
  await world.sms(from, 'BANTUAN')
  await office.ask(id, 'Di mana?')
  await world.work()
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await world.sms(from, 'kepala dinas di depan SD Inpres juga minta uang kepada saya di loket')
  backups.push(await takeBackup(db))
  await world.withdraw(id)
  expect(backups.map((backup) => tablesThatTell(backup, testOpener, telling))).toEqual([
    ['identity.arrival'],
    expect.arrayContaining(['casework.content', 'identity.arrival', 'identity.filing', 'identity.message']),
  ])

  await erase(db, id, 'all')
  for (const backup of backups) expect(tablesThatTell(backup, todays(), telling)).toEqual([])
  expect(tablesThatTell(await takeBackup(db), todays(), telling)).toEqual([])
})

test('an erased reporter who wrote mail is in no old backup: not the address, not the mail as it came', async () => {
  const db = await testDatabase()
  const world = await mailWorld(db)
  const from = 'yohana.rihi@rumah.test'
  const backups = []
  const [receipt] = await world.mail({ from, subject: 'RAHASIA', text: 'Kepala dinas minta uang di loket Oeba.' })
  const { id } = await world.report()
  await world.hook(await compose(replyTo(receipt as GotLetter, 'Uangnya diminta di loket tiga.')))
  backups.push(await takeBackup(db))
  await world.work()
  backups.push(await takeBackup(db))
  const telling = /yohana\.rihi/
  for (const backup of backups) expect(tablesThatTell(backup, testOpener, telling)).toContain('identity.message')
  await erase(db, id, 'identity')
  for (const backup of backups) expect(tablesThatTell(backup, todays(), telling)).toEqual([])
  await world.close()
})

test('an erased reporter who wrote on X is in no old backup: not the account, not the post, not our answer to it', async () => {
  const db = await testDatabase()
  const world = await xWorld(db)
  const yohana: Someone = { id: '918273645501', username: 'yohana_rihi' }
  const budi = somebody('budi')
  const post = world.x.say(yohana, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir')
  await world.work()
  const id = (await world.reports())[0]?.id as string
  world.later()
  world.x.write(yohana, 'Tepatnya di depan toko Abadi')
  await world.work()
  const [answer] = world.x.ours()
  world.x.say(budi, '@lapor1708 lampu mati di Oesapa sejak kemarin')
  world.x.write(budi, 'BANTUAN')
  await world.work()
  const backup = await takeBackup(db)
  const telling = new RegExp([yohana.id, yohana.username, post.id, answer?.id].join('|'))
  expect(tablesThatTell(backup, testOpener, telling)).toEqual(
    expect.arrayContaining(['identity.filing', 'identity.message', 'identity.x_said']),
  )
  await erase(db, id, 'identity')
  expect(tablesThatTell(backup, todays(), telling)).toEqual([])
})
