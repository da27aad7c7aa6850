import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { listenToX } from './listen.ts'
import { removeAccount, setAccount } from './set-account.ts'
import { marta, rio } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x } = world
const trouble = '@lapor1708 jalan rusak di depan pasar Oeba'

/** The tests' own time: whoever waits waits until `pass`. */
function stillTime() {
  const waiting = new Set<{ ms: number; go: () => void }>()
  return {
    pause: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal.aborted) return resolve()
        const one = { ms, go: resolve }
        waiting.add(one)
        signal.addEventListener('abort', () => resolve(), { once: true })
      }),
    waits: () => [...waiting].map(({ ms }) => ms),
    pass() {
      for (const one of waiting) one.go()
      waiting.clear()
    },
  }
}

const kept = async () =>
  Number(
    (
      await db.owner
        .selectFrom('identity.arrival')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const until = (is: () => Promise<boolean> | boolean) => vi.waitUntil(is, { timeout: 10_000, interval: 20 })
const opened = () => once(x.events, 'stream')

test('the stream brings a post at once; after it breaks, what was missed comes by the lists, and nothing twice', async () => {
  const time = stillTime()
  x.rules.push({ id: '9', value: 'old', tag: 'lapor' }, { id: '8', value: 'of another use', tag: 'other' })
  const first = opened()
  const listening = listenToX({ ...world.taking, pause: time.pause })
  await first
  expect(x.rules.map(({ value }) => value)).toEqual([
    'of another use',
    '(@lapor1708 OR #lapor1708 OR #lapor OR url:"lapor.go.id") -is:retweet -from:lapor1708',
  ])
  x.say(marta, trouble)
  for (const stream of x.streams.keys()) stream.write('\r\n\r\n')
  await until(async () => (await kept()) === 1)

  for (const stream of x.streams.keys()) stream.destroy()
  await until(() => time.waits().includes(1_000) && time.waits().includes(60_000))
  x.say(rio, `${trouble} juga`)
  const again = opened()
  time.pass()
  await again
  await until(async () => (await kept()) === 2)

  x.say(rio, `${trouble} lagi`, { text: `${trouble} lagi, lampunya mati` })
  await until(async () => (await kept()) === 3)
  await listening.stop()
  await world.take()
  expect(await world.reports()).toHaveLength(3)
})

test('while the stream works, the lists of posts are looked at seldom, direct messages each minute', async () => {
  const time = stillTime()
  const first = opened()
  const listening = listenToX({ ...world.taking, pause: time.pause })
  await first
  const minute = async () => {
    await until(() => time.waits().includes(60_000))
    world.later(60_000)
    x.calls.splice(0)
    time.pass()
    await until(() => time.waits().includes(60_000))
    return x.calls.filter((call) => /mentions|recent|dm_events/.test(call)).map((call) => call.split('/').at(-1))
  }
  await minute()
  expect(await minute()).toEqual(['dm_events'])
  world.later(300_000)
  expect(await minute()).toEqual(['mentions', 'recent', 'dm_events'])
  await listening.stop()
})

test('a stream that is refused waits longer and longer, and not before X says; who is told of a limit sees it', async () => {
  const time = stillTime()
  const path = 'GET /2/tweets/search/stream'
  x.instead.set(path, [
    { status: 503 },
    { status: 503 },
    { status: 429, headers: { 'x-rate-limit-reset': `${Math.floor(Date.now() / 1_000) + 300}` } },
  ])
  const listening = listenToX({ ...world.taking, pause: time.pause })
  for (const ms of [1_000, 2_000]) {
    await until(() => time.waits().includes(ms) && time.waits().includes(60_000))
    time.pass()
  }
  await until(() => time.waits().some((ms) => ms > 290_000))
  const state = await db.owner
    .selectFrom('identity.x_state')
    .select('trouble')
    .where('part', '=', 'stream')
    .executeTakeFirst()
  expect(state?.trouble).toBe('limited')
  const again = opened()
  time.pass()
  await again
  await listening.stop()
})

test('only one worker listens; when it stops, the other takes over; without an account nobody does', async () => {
  const [one, two] = [stillTime(), stillTime()]
  const first = opened()
  const listening = listenToX({ ...world.taking, pause: one.pause })
  await first
  const other = listenToX({ ...world.taking, pause: two.pause })
  await until(() => two.waits().length > 0)
  expect(x.streams.size).toBe(1)
  await until(() => one.waits().length > 0)
  await listening.stop()
  const second = opened()
  two.pass()
  await second
  await until(() => two.waits().includes(60_000))
  await removeAccount(db.owner)
  const closed = once(x.events, 'closed')
  two.pass()
  await closed
  await other.stop()
  await setAccount(world.sealing, world.account, world.clock.now)
})
