import { beforeEach, expect, test } from 'vitest'
import { gatewayLines } from '../../../notifications/gateway-states.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { addHttpGateway, gatewaySecret, type PeerGateway, startGateway } from '../testing/http-gateway.ts'
import { sendingWorld } from '../testing/sending-world.ts'

// SMS that leave through HTTP gateways, each in its own words, against a server that answers as they do.

const db = await testDatabase()
const world = sendingWorld(db)
beforeEach(world.begin)

type Answers = PeerGateway['answers']
const taken = {
  kannel: { status: 202, body: '0: Accepted for delivery' },
  infobip: {
    status: 200,
    body: { messages: [{ messageId: 'I', status: { groupId: 1, groupName: 'PENDING', id: 26 } }] },
  },
  twilio: { status: 201, body: { sid: 'SM0', status: 'queued' } },
  'africas-talking': {
    status: 201,
    body: { SMSMessageData: { Message: 'Sent to 1/1', Recipients: [{ statusCode: 101, messageId: 'ATXid_9' }] } },
  },
  vonage: { status: 200, body: { 'message-count': '1', messages: [{ status: '0', 'message-id': '0A0000' }] } },
} satisfies Record<string, Answers>

/** What one message became through a gateway of this kind that answers so. */
async function sentThrough(kind: string, answers: Answers) {
  const gateway = await startGateway(answers)
  await addHttpGateway(db, kind, gateway)
  const id = await world.queue()
  await world.send(id)
  const [asked] = gateway.asked
  if (!asked) throw new Error('nothing was asked')
  return { id, state: await world.stateOf(id), asked, gateway }
}

test.each(Object.entries(taken))('%s takes an SMS, and no id of its own is kept readable', async (kind, answers) => {
  const { state } = await sentThrough(kind, answers)
  expect(state).toMatchObject({ state: 'sent', gateway: kind, delivery: 'accepted' })
  const row = JSON.stringify(await db.owner.selectFrom('identity.message').selectAll().execute())
  for (const secret of ['ATXid_9', '0A0000', 'SM0', world.phone, gatewaySecret]) expect(row).not.toContain(secret)
})

test('Infobip is asked in JSON with our key', async () => {
  const { asked } = await sentThrough('infobip', taken.infobip)
  expect([asked.method, asked.url.pathname]).toEqual(['POST', '/sms/2/text/advanced'])
  expect(asked.headers.authorization).toBe(`App ${gatewaySecret}`)
  expect(JSON.parse(asked.body)).toMatchObject({
    messages: [{ from: '1708', destinations: [{ to: world.phone.slice(1) }], text: expect.stringContaining('LAPOR!') }],
  })
})

test('Twilio is asked in a form, as our account', async () => {
  const { asked } = await sentThrough('twilio', taken.twilio)
  expect(asked.url.pathname).toBe('/2010-04-01/Accounts/lapor/Messages.json')
  expect(asked.headers.authorization).toBe(`Basic ${Buffer.from(`lapor:${gatewaySecret}`).toString('base64')}`)
  const form = new URLSearchParams(asked.body)
  expect([form.get('To'), form.get('From'), form.get('Body')]).toEqual([
    world.phone,
    '1708',
    expect.stringContaining('LAPOR!'),
  ])
})

test('Africa’s Talking is asked in a form with our key beside it; Vonage with it inside', async () => {
  const { asked: talking } = await sentThrough('africas-talking', taken['africas-talking'])
  expect([talking.url.pathname, talking.headers.apikey]).toEqual(['/version1/messaging', gatewaySecret])
  expect(new URLSearchParams(talking.body).get('to')).toBe(world.phone)
  await world.begin()
  const { asked: vonage } = await sentThrough('vonage', taken.vonage)
  const form = new URLSearchParams(vonage.body)
  expect(vonage.url.pathname).toBe('/sms/json')
  expect([form.get('api_key'), form.get('api_secret'), form.get('to')]).toEqual([
    'lapor',
    gatewaySecret,
    world.phone.slice(1),
  ])
})

const infobip = (groupId: number, id: number) => ({ status: 200, body: { messages: [{ status: { groupId, id } }] } })
const talking = (statusCode: number) => ({
  status: 201,
  body: { SMSMessageData: { Message: 'Sent to 0/1', Recipients: [{ statusCode, messageId: 'None' }] } },
})
const vonage = (status: string) => ({
  status: 200,
  body: { messages: [{ status, 'error-text': `+${'6'.repeat(12)}` }] },
})

test.each([
  ['infobip', infobip(5, 52), 'infobip 52'],
  ['twilio', { status: 400, body: { code: 21211, message: 'The To number +62 is not valid' } }, 'twilio 21211'],
  ['twilio', { status: 200, body: { code: 21211, message: 'The To number +62 is not valid' } }, 'twilio 21211'],
  ['africas-talking', talking(403), 'africas-talking 403'],
  ['vonage', vonage('33'), 'vonage 33'],
])(
  'what %s refuses for good is given up at once, with its number for why and none of its words',
  async (kind, answers, why) => {
    const { state } = await sentThrough(kind, answers)
    expect(state).toMatchObject({ state: 'dead', last_error: why, delivery: null })
  },
)

test.each([
  ['kannel', { status: 403 }, 'SMS gateway 403'],
  ['infobip', { status: 429 }, 'SMS gateway 429'],
  ['infobip', { status: 500 }, 'SMS gateway 500'],
  ['infobip', infobip(5, 12), 'infobip 12'],
  ['twilio', { status: 429, body: { code: 20429 } }, 'SMS gateway 429'],
  ['twilio', { status: 400, body: { code: 21408 } }, 'twilio 21408'],
  ['africas-talking', talking(405), 'africas-talking 405'],
  ['africas-talking', { status: 401, body: 'The supplied authentication is invalid' }, 'SMS gateway 401'],
  ['vonage', vonage('1'), 'vonage 1'],
  ['vonage', vonage('4'), 'vonage 4'],
])('what %s did not take this time is tried again (%#)', async (kind, answers, why) => {
  const { state } = await sentThrough(kind, answers)
  expect(state).toMatchObject({ state: 'failed', last_error: why, delivery: null })
})

test.each([
  ['infobip', 'silent' as const],
  ['twilio', 'breaks' as const],
  ['twilio', { status: 504 }],
  ['twilio', { status: 200, body: '<html>Login</html>' }],
  ['vonage', { status: 200, body: 'gibberish' }],
  ['africas-talking', 'silent' as const],
])(
  'where nobody knows whether %s took it, it is handed over once more and never a third time (%#)',
  async (kind, answers) => {
    world.workImpatiently()
    const { id, state, gateway } = await sentThrough(kind, answers)
    expect(state).toMatchObject({ state: 'failed', last_error: 'no answer', delivery: 'unknown' })
    for (let again = 0; again < 3; again++) await world.send(id)
    expect(gateway.asked).toHaveLength(2)
  },
)

test('gateways are asked by priority, then by name; one that throttles is passed over, and left alone for a while', async () => {
  const [one, other, last] = [
    await startGateway({ status: 429 }),
    await startGateway(taken.infobip),
    await startGateway(taken.kannel),
  ]
  await addHttpGateway(db, 'vonage', one, { priority: 1 })
  await addHttpGateway(db, 'infobip', other)
  await addHttpGateway(db, 'kannel', last)
  world.work({ times: { restMs: [60_000, 60_000] } })
  const ids = [await world.queue(), await world.queue(`${world.phone}1`)]
  for (const id of ids) await world.send(id)
  expect([one, other, last].map(({ asked }) => asked.length)).toEqual([1, 2, 0])
  for (const id of ids) expect(await world.stateOf(id)).toMatchObject({ state: 'sent', gateway: 'infobip' })
  const lines = async () =>
    (await gatewayLines(db.web, world.clock.now)).map(({ gateway, line, state, reason }) => [
      gateway,
      line,
      state,
      reason,
    ])
  await expect.poll(lines, { timeout: 5_000, interval: 10 }).toEqual([
    ['infobip', 'http', 'bound', null],
    ['vonage', 'http', 'throttled', 'sms gateway 429'],
  ])
})

test('a gateway that only brings messages sends none', async () => {
  const gateway = await startGateway(taken.infobip)
  await addHttpGateway(db, 'infobip', gateway, { sealed_password: null, url: null })
  const id = await world.queue()
  await world.send(id)
  expect(await world.stateOf(id)).toMatchObject({ state: 'failed', last_error: 'no SMS gateway' })
  expect(gateway.asked).toEqual([])
})
