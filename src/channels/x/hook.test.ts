import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { marta, somebody, testXKeys } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x } = world
const kept = () => db.owner.selectFrom('identity.arrival').select('id').execute()

test('X’s challenge is answered with the secret that only X and we know', async () => {
  const answer = await world.app.request('http://lapor.test/hooks/x?crc_token=kenari')
  const expected = createHmac('sha256', testXKeys.apiSecret).update('kenari').digest('base64')
  expect(await answer.json()).toEqual({ response_token: `sha256=${expected}` })
  expect((await world.app.request('http://lapor.test/hooks/x')).status).toBe(404)
})

test('whoever signs with another secret, or not at all, is turned away, and nothing of theirs is kept', async () => {
  const post = x.say(marta, '@lapor1708 jalan rusak di depan pasar')
  const body = { data: post, ...x.beside([post]) }
  expect(await world.hook(body, 'another secret')).toBe(401)
  const unsigned = await world.app.request('http://lapor.test/hooks/x', { method: 'POST', body: JSON.stringify(body) })
  expect(unsigned.status).toBe(401)
  expect(await kept()).toEqual([])
  expect(await world.hook(body)).toBe(200)
  expect(await kept()).toHaveLength(1)
})

test('a direct message comes in either shape of X, and is one', async () => {
  await world.work()
  const before = { reports: (await world.reports()).length, said: x.ours().length }
  const rio = somebody('rio')
  const { id } = x.write(rio, 'lampu jalan mati di Jl. Timor Raya sudah dua minggu')
  const data = (payload: object) => ({ data: { event_type: 'dm.received', event_uuid: '1', payload } })
  const text = 'lampu jalan mati di Jl. Timor Raya sudah dua minggu'
  expect(await world.hook(data({ id, sender_id: rio.id, text, event_type: 'MessageCreate' }))).toBe(200)
  const message_create = { sender_id: rio.id, target: { recipient_id: '1708000' }, message_data: { text } }
  const older = { direct_message_events: [{ type: 'message_create', id, message_create }], users: {} }
  expect(await world.hook(data(older))).toBe(200)
  expect(await world.hook({ for_user_id: '1708000', ...older })).toBe(200)
  await world.work()
  expect((await world.reports()).length - before.reports).toBe(1)
  expect(x.ours().length, 'nobody but its writer knows of it').toBe(before.said)
  expect(x.heardBy(rio)).toHaveLength(1)
})

test('while the database is away X is told to come again, never thanked', async () => {
  const other = await testDatabase()
  const its = await xWorld(other)
  expect(await its.hook({ favorite_events: [] })).toBe(200)
  await other.web.destroy()
  const post = its.x.say(marta, '@lapor1708 jalan rusak di depan pasar')
  expect(await its.hook({ data: post })).toBe(503)
})
