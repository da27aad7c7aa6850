import { createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createToken } from '../../../accounts/token.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { addHttpGateway, gatewaySecret, type PeerGateway, startGateway } from '../testing/http-gateway.ts'
import { sendingWorld } from '../testing/sending-world.ts'
import { smsWorld } from '../testing/sms-world.ts'

// What gateways say of our messages afterwards, as each of them says it.

const db = await testDatabase()
const world = sendingWorld(db)
const { app } = await smsWorld(db)
const token = await createToken(db.owner, { purpose: 'gateway', label: 'sms:africas-talking' }, world.clock.now)
const form = { 'content-type': 'application/x-www-form-urlencoded' }
beforeEach(world.begin)

const get = async (url: string) => (await app.request(url)).status
const post = async (url: string, body: unknown, headers: Record<string, string> = form) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (await app.request(url, { method: 'POST', headers, body: text })).status
}
const early = () => db.owner.selectFrom('identity.early_receipt').select('delivery').execute()

/** One SMS that left through this gateway. @returns its id, and what the gateway was asked */
async function left(kind: string, gateway: PeerGateway) {
  await addHttpGateway(db, kind, gateway)
  const id = await world.queue()
  await world.send(id)
  const [asked] = gateway.asked
  if (!asked) throw new Error('nothing was asked')
  return { id, asked, fields: new URLSearchParams(asked.body) }
}
const deliveryOf = async (id: string) => (await world.stateOf(id)).delivery

/** As Kannel calls it, with what its escape code means. */
async function kannelSays(dlrUrl: string | null, code: number) {
  return get((dlrUrl ?? '').replace('%d', `${code}`))
}

test('Kannel is told where to say what became of a message, in words that name neither number nor message', async () => {
  const kannel = await startGateway({ status: 202 })
  const { id, asked } = await left('kannel', kannel)
  const query = asked.url.searchParams
  expect(query.get('dlr-mask')).toBe('19')
  const dlrUrl = query.get('dlr-url')
  expect(dlrUrl).toMatch(/^http:\/\/lapor\.test\/hooks\/sms\/kannel\?ref=[0-9a-f]{40}&dlr=%d$/)
  expect(dlrUrl).not.toContain(id.slice(0, 8))
  expect(await kannelSays(dlrUrl, 8)).toBe(200)
  expect(await deliveryOf(id)).toBe('accepted')
  expect(await kannelSays(dlrUrl, 1)).toBe(200)
  expect(await deliveryOf(id)).toBe('delivered')
  for (const code of [2, 16]) expect(await kannelSays(dlrUrl, code)).toBe(200)
  expect(await deliveryOf(id)).toBe('delivered')
})

test('a receipt with a reference that we never gave is refused and leaves nothing', async () => {
  expect(await get(`http://lapor.test/hooks/sms/kannel?dlr=1&ref=${'a'.repeat(40)}`)).toBe(401)
  expect(await get('http://lapor.test/hooks/sms/kannel?dlr=1&ref=')).toBe(401)
  expect(await early()).toEqual([])
})

test('a receipt of a message that is gone is thanked for, and counted once', async () => {
  const kannel = await startGateway({ status: 202 })
  const { asked } = await left('kannel', kannel)
  await db.owner.deleteFrom('identity.message').execute()
  const dlrUrl = asked.url.searchParams.get('dlr-url')
  for (let time = 0; time < 3; time++) expect(await kannelSays(dlrUrl, 1)).toBe(200)
  expect(await early()).toEqual([{ delivery: 'delivered' }])
})

test('Kannel took it and never answered; its receipt says that it arrived, so it is not handed over again', async () => {
  const kannel = await startGateway('silent')
  world.workImpatiently()
  const { id, asked } = await left('kannel', kannel)
  expect(await kannelSays(asked.url.searchParams.get('dlr-url'), 1)).toBe(200)
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', delivery: 'delivered', last_error: null })
  await world.send(id)
  expect(kannel.asked).toHaveLength(1)
})

test('a receipt that comes before Kannel’s answer waits for it', async () => {
  const kannel = await startGateway('silent')
  await addHttpGateway(db, 'kannel', kannel)
  const id = await world.queue()
  const sending = world.send(id)
  await expect.poll(() => kannel.asked.length, { timeout: 5_000, interval: 10 }).toBe(1)
  await kannelSays(kannel.asked[0]?.url.searchParams.get('dlr-url') ?? null, 1)
  kannel.release(202)
  await sending
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', delivery: 'delivered' })
  expect(await early()).toEqual([])
})

test('Infobip posts reports to the address that came with the message; that address brings no messages of people', async () => {
  const infobip = await startGateway({ status: 200, body: { messages: [{ messageId: 'X', status: { groupId: 1 } }] } })
  const { id, asked } = await left('infobip', infobip)
  const [message] = (
    JSON.parse(asked.body) as { messages: { notifyUrl: string; destinations: { messageId: string }[] }[] }
  ).messages
  const { notifyUrl = '', destinations = [] } = message ?? {}
  const report = { messageId: destinations[0]?.messageId, to: '62812', status: { groupId: 3, groupName: 'DELIVERED' } }
  const json = { 'content-type': 'application/json' }
  expect(await post('http://lapor.test/hooks/sms/infobip', { results: [report] }, json)).toBe(401)
  const words = { messageId: 'A', from: '6281234567890', to: '1708', text: 'Palsu' }
  expect(await post(notifyUrl, { results: [words] }, json)).toBe(401)
  expect(await post(notifyUrl, { results: [report, { ...report, messageId: 'lain' }] }, json)).toBe(401)
  expect(await post(notifyUrl, { results: [report] }, json)).toBe(200)
  expect(await deliveryOf(id)).toBe('delivered')
})

test('Twilio posts each status, signed', async () => {
  const twilio = await startGateway({ status: 201, body: { sid: 'SM1', status: 'queued' } })
  const { id, fields } = await left('twilio', twilio)
  const url = fields.get('StatusCallback') ?? ''
  const says = (MessageStatus: string, key = gatewaySecret) => {
    const said = { MessageSid: 'SM1', MessageStatus, To: world.phone }
    const signed = url + Object.entries(said).flat().join('')
    const signature = createHmac('sha1', key).update(signed).digest('base64')
    return post(url, new URLSearchParams(said).toString(), { ...form, 'x-twilio-signature': signature })
  }
  expect(await says('delivered', 'lain')).toBe(401)
  expect(await deliveryOf(id)).toBe('accepted')
  for (const status of ['sent', 'undelivered']) expect(await says(status)).toBe(200)
  expect(await deliveryOf(id)).toBe('undeliverable')
  for (const status of ['delivered', 'failed']) expect(await says(status)).toBe(200)
  expect(await deliveryOf(id)).toBe('delivered')
})

test('Africa’s Talking posts its own id and the number to its hook', async () => {
  const talking = await startGateway({
    status: 201,
    body: { SMSMessageData: { Message: 'Sent to 1/1', Recipients: [{ statusCode: 101, messageId: 'ATXid_1' }] } },
  })
  const { id } = await left('africas-talking', talking)
  const said = new URLSearchParams({ id: 'ATXid_1', status: 'Success', phoneNumber: world.phone, networkCode: '51010' })
  expect(await post('http://lapor.test/hooks/sms/africas-talking', said.toString())).toBe(401)
  expect(await post(`http://lapor.test/hooks/sms/africas-talking?token=${token}`, said.toString())).toBe(200)
  expect(await deliveryOf(id)).toBe('delivered')
})

test('Vonage calls back signed, whether or not it signs what stood in our address', async () => {
  const vonage = await startGateway({ status: 200, body: { messages: [{ status: '0', 'message-id': '0A' }] } })
  const { id, fields } = await left('vonage', vonage)
  const url = new URL(fields.get('callback') ?? '')
  const says = (status: string, signsOurs: boolean) => {
    const theirs = { msisdn: world.phone.slice(1), 'err-code': '0', messageId: '0A', status, timestamp: '1768352400' }
    const signed = signsOurs ? { ...theirs, ref: url.searchParams.get('ref') ?? '' } : theirs
    const text = Object.entries(signed)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `&${name}=${value}`)
      .join('')
    const sig = createHmac('sha256', gatewaySecret).update(text).digest('hex')
    return get(`${url.href}&${new URLSearchParams({ ...theirs, sig }).toString()}`)
  }
  expect(await get(`${url.href}&status=delivered&messageId=0A`)).toBe(401)
  expect(await says('buffered', false)).toBe(200)
  expect(await deliveryOf(id)).toBe('accepted')
  expect(await says('delivered', true)).toBe(200)
  expect(await deliveryOf(id)).toBe('delivered')
})
