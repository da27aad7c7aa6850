import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeLog } from '../../../platform/log.ts'
import { seal } from '../../../platform/seal.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { randomId } from '../../../platform/uuid.ts'
import { aWednesday, testKeyPair, testKeys } from '../../../testing/test-deps.ts'
import { compose } from '../testing/compose.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../testing/dovecot.ts'
import { startWithholding } from '../testing/withhold.ts'
import { watchBoxes } from './watch-boxes.ts'

// Reads a real mailbox: Debian's Dovecot (apt-get install dovecot-imapd; `npm test` installs it as root).

const db = await testDatabase()
const soon = { timeout: 30_000, interval: 50 }
const deps = {
  db: db.worker,
  keys: testKeys,
  pair: testKeyPair,
  now: () => aWednesday,
  log: makeLog({ logLevel: 'silent' }, 'test'),
}
let dovecot: Dovecot
let watching: ReturnType<typeof watchBoxes>

const mail = (words: string) =>
  compose({ from: 'marta@rumah.test', to: 'lapor@lapor.test', subject: words, text: words })
const kept = async () => (await db.owner.selectFrom('identity.arrival').select('id').execute()).length
const box = () => db.owner.selectFrom('identity.mailbox').selectAll().executeTakeFirstOrThrow()

async function set(more: object = {}) {
  const { host, port, username, password } = dovecot
  const columns = {
    host,
    port,
    tls: 'none',
    username,
    sealed_password: seal(testKeys.sealTo, password),
    changed_at: new Date(),
    ...more,
  }
  await db.owner
    .insertInto('identity.mailbox')
    .values({ id: randomId(), name: 'kotak', address: 'lapor@lapor.test', ...columns })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
    .execute()
}

beforeAll(async () => {
  if (!hasDovecot()) return
  dovecot = await startDovecot()
  dovecot.deliver(await mail('Waits before anybody reads'))
  await set()
  watching = watchBoxes(deps)
})
afterAll(async () => {
  await watching?.stop()
  await dovecot?.remove()
})

test.skipIf(!hasDovecot())(
  'what waits is kept, and what comes while we listen; it is marked once it is safe',
  async () => {
    await vi.waitUntil(async () => (await kept()) === 1, soon)
    dovecot.deliver(await mail('Comes while we listen'))
    await vi.waitUntil(async () => (await kept()) === 2, soon)
    await vi.waitUntil(() => dovecot.lies().seen === 2, soon)
    expect(await box()).toMatchObject({ state: 'up', last_error: null })
  },
)

test.skipIf(!hasDovecot())(
  'a store that is down leaves the mail unread; it is kept when the store is back',
  async () => {
    await db.owner.schema.withSchema('identity').alterTable('arrival').renameTo('arrival_away').execute()
    dovecot.deliver(await mail('Store is down'))
    await vi.waitUntil(async () => (await box()).state === 'down', soon)
    expect(dovecot.lies()).toEqual({ all: 3, seen: 2 })
    await db.owner.schema.withSchema('identity').alterTable('arrival_away').renameTo('arrival').execute()
    await vi.waitUntil(async () => (await kept()) === 3, soon)
    await vi.waitUntil(() => dovecot.lies().seen === 3, soon)
  },
)

test.skipIf(!hasDovecot())('a server that goes away and comes back loses nothing that came meanwhile', async () => {
  await dovecot.stop()
  await vi.waitUntil(async () => (await box()).state === 'down', soon)
  for (let at = 0; at < 20; at++) dovecot.deliver(await mail(`Meanwhile ${at}`))
  await dovecot.start()
  await vi.waitUntil(async () => (await kept()) === 23, soon)
  await vi.waitUntil(async () => (await box()).state === 'up', soon)
})

test.skipIf(!hasDovecot())(
  'a folder with new numbers is read again, what somebody opened meanwhile too, and nothing in it is kept twice',
  async () => {
    await dovecot.stop()
    dovecot.deliver(await mail('After the numbers changed'))
    dovecot.deliver(await mail('Opened by somebody before we came back'), { seen: true })
    await dovecot.start({ renumbered: true })
    await vi.waitUntil(async () => (await kept()) === 25, soon)
    dovecot.deliver(await mail('And one more'))
    await vi.waitUntil(async () => (await kept()) === 26, soon)
  },
)

test.skipIf(!hasDovecot())(
  'a wrong password is said as such, without a name; set right, reading goes on, and mails are moved',
  async () => {
    await set({ sealed_password: seal(testKeys.sealTo, 'salah'), changed_at: new Date(1) })
    await vi.waitUntil(async () => (await box()).last_error === 'sign-in refused', soon)
    await set({ done_folder: 'Selesai', changed_at: new Date(2) })
    dovecot.deliver(await mail('To be moved'))
    await vi.waitUntil(() => dovecot.lies('Selesai').all === 1, soon)
    expect(await kept()).toBe(27)
  },
)

test.skipIf(!hasDovecot())('two that read the same box keep each mail once', async () => {
  const other = watchBoxes(deps)
  for (let at = 0; at < 10; at++) dovecot.deliver(await mail(`For both ${at}`))
  // Both may move one mail at the same moment: then it lies there twice, and is one report all the same.
  await vi.waitUntil(async () => (await kept()) >= 37 && dovecot.lies('Selesai').all >= 11, soon)
  await other.stop()
  expect(await kept()).toBe(37)
})

test.skipIf(!hasDovecot())(
  'a mail that the server does not hand over stops nothing behind it, and is asked for again though no other comes',
  async () => {
    await watching.stop()
    const between = await startWithholding(dovecot.port)
    await set({ port: between.port, done_folder: null, changed_at: new Date(3) })
    const before = await kept()
    watching = watchBoxes({ ...deps, againMs: 50 })
    await vi.waitUntil(async () => (await box()).state === 'up', soon)
    dovecot.deliver(await mail('Not handed over'))
    dovecot.deliver(await mail('Comes behind it'))
    await vi.waitUntil(async () => (await kept()) === before + 1, soon)
    between.withholds = false
    await vi.waitUntil(async () => (await kept()) === before + 2, soon)
    await watching.stop()
    await between.stop()
  },
)
