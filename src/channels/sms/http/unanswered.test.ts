import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { addHttpGateway, startGateway } from '../testing/http-gateway.ts'
import { sendingWorld } from '../testing/sending-world.ts'

// A gateway that takes a message and says nothing may have sent it: nobody's phone rings for ever.

const db = await testDatabase()
const world = sendingWorld(db)
const soon = { timeout: 5_000, interval: 10 }
beforeEach(world.begin)

test('a Kannel that takes and never answers is given the message once more after a minute, and then it is given up in sight', async () => {
  const kannel = await startGateway('silent')
  world.workImpatiently()
  await addHttpGateway(db, 'kannel', kannel)
  const id = await world.queue()
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'failed', last_error: 'no answer', delivery: 'unknown' })
  world.later(50_000)
  await world.sendDue()
  expect(kannel.asked).toHaveLength(1)
  world.later(11_000)
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'dead', last_error: 'no answer', gateway: 'kannel' })
  world.later(86_400_000)
  await world.sendDue()
  expect(kannel.asked).toHaveLength(2)
})

test('a line that breaks after the message was written says no more than silence', async () => {
  const kannel = await startGateway('breaks')
  await addHttpGateway(db, 'kannel', kannel)
  const id = await world.queue()
  await world.send(id)
  await world.send(id)
  await world.send(id)
  expect(await world.stateOf(id)).toMatchObject({ state: 'dead', last_error: 'no answer' })
  expect(kannel.asked).toHaveLength(2)
})

test('one that is slow and answers at last has sent it once; nothing else sends it meanwhile', async () => {
  const [kannel, other] = [await startGateway('silent'), await startGateway({ status: 202 })]
  world.workImpatiently()
  await addHttpGateway(db, 'kannel', kannel)
  await addHttpGateway(db, 'kannel', other, { name: 'kannel-two' })
  const id = await world.queue()
  await world.send(id)
  kannel.release(202, '0: Accepted for delivery')
  await expect.poll(() => world.stateOf(id), soon).toMatchObject({ state: 'sent', gateway: 'kannel', last_error: null })
  await world.send(id)
  expect([kannel.asked.length, other.asked.length]).toEqual([1, 0])
})

test('a late answer that says no is no answer that it left: it is handed over once more', async () => {
  const kannel = await startGateway('silent')
  world.workImpatiently()
  await addHttpGateway(db, 'kannel', kannel)
  const id = await world.queue()
  await world.send(id)
  kannel.release(503)
  kannel.answers = { status: 202 }
  world.work()
  await world.send(id)
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', delivery: 'accepted' })
})

test('where nobody listens nothing was sent: it is tried again as often as it takes', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await addHttpGateway(db, 'kannel', { url: `http://127.0.0.1:${port}` })
  const id = await world.queue()
  for (let tries = 0; tries < 4; tries++) await world.send(id)
  expect(await world.stateOf(id)).toMatchObject({ state: 'failed', last_error: 'SMS gateway away', attempts: 4 })
})

test('a gateway that is away is left alone for a while, which costs the messages no try', async () => {
  const kannel = await startGateway({ status: 503 })
  await addHttpGateway(db, 'kannel', kannel)
  world.work({ times: { restMs: [60_000, 60_000] } })
  const ids = [await world.queue(), await world.queue(`${world.phone}1`)]
  await world.send(ids[0] as string)
  expect(await world.deps.texter.isOpen()).toBe(false)
  await world.send(ids[1] as string)
  expect(await world.stateOf(ids[1] as string)).toMatchObject({ state: 'failed', attempts: 0 })
  expect(kannel.asked).toHaveLength(1)
})
