import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { blindIndex } from '../../../accounts/contact.ts'
import { queueMessages } from '../../../notifications/queue-messages.ts'
import { tellDeps } from '../../../notifications/testing/post-office.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import { testKeys, testOpener } from '../../../testing/test-deps.ts'
import { startSmsOut } from '../sms-out.ts'
import { addSmppGateway, heldBinds } from '../testing/smpp-world.ts'
import { startSmsc } from '../testing/smsc.ts'
import { testTexter } from '../testing/test-texter.ts'

// How fast SMS leave when many wait: the bar is 200 a second, with the order to each number kept.

const db = await testDatabase()
const bar = 200
const numbers = Number(process.env.LAPOR_RATE_NUMBERS ?? 3_000)
const order = ['help', 'what_happened', 'thanks'] as const
const words = { help: /BANTUAN|CEK/i }

test(`${order.length * numbers} SMS that wait leave at ${bar} a second or more, each number's in order, each once`, async () => {
  const phones = Array.from({ length: numbers }, (_, at) => `+62812${String(at).padStart(7, '0')}`)
  for (const template of order)
    for (let at = 0; at < numbers; at += 500)
      await as(db.worker, system, (tx) =>
        queueMessages(
          tx,
          testOpener,
          phones.slice(at, at + 500).map((address) => ({
            to: {
              person: 'sender',
              reportId: '',
              accountId: null,
              channel: 'sms' as const,
              address,
              toIndex: blindIndex(testKeys.indexSecret, 'phone', address),
            },
            template,
            dedupe: randomUUID(),
            aboutNoReport: true,
          })),
          new Date(),
        ),
      )
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc, { window_size: 100, per_second: 10_000 })
  const binds = await heldBinds(db, { answerMs: 20_000, waitMs: 6_000, enquireEveryMs: 30_000, patienceMs: 10_000 })
  await expect.poll(() => binds.isUp()).toBe(true)
  const texter = testTexter(db, { binds, now: () => new Date() })
  const deps = tellDeps(db, { texter, now: () => new Date() })
  const begun = performance.now()
  const out = startSmsOut(deps)
  await expect.poll(() => smsc.rung.length, { timeout: 600_000, interval: 20 }).toBe(order.length * numbers)
  const perSecond = (order.length * numbers) / ((performance.now() - begun) / 1_000)
  await out.stop()
  console.log(`${order.length * numbers} SMS out: ${Math.round(perSecond)}/s [bar ${bar}/s]`)

  const heard = new Map<string, string[]>()
  for (const { to, text } of smsc.rung) heard.set(to, [...(heard.get(to) ?? []), text])
  const first = heard.get(phones[0] as string)
  expect(first?.[0]).toMatch(words.help)
  for (const texts of heard.values()) expect(texts).toEqual(first)
  await smsc.die()
})
