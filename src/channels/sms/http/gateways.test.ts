import { createHash, createHmac, randomInt, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createToken } from '../../../accounts/token.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { openWords } from '../../../report/keeper.ts'
import { testKeeper, testKeys } from '../../../testing/test-deps.ts'
import { smsWorld } from '../testing/sms-world.ts'
import { isFromTwilio } from './is-genuine.ts'

// Infobip, Twilio, Africa's Talking and Vonage as they post, each with its own proof of who it is.

const db = await testDatabase()
const world = await smsWorld(db)
const secret = 'rahasia-bersama'
const at = (name: string, query = '') => `http://lapor.test/hooks/sms/${name}${query}`

const kinds = ['infobip', 'twilio', 'africas-talking', 'vonage'] as const
const signing = ['twilio', 'vonage']
await db.owner
  .insertInto('identity.gateway')
  .values(
    kinds.map((kind) => {
      const id = randomUUID()
      const hook_secret = signing.includes(kind) ? testKeys.keeper.sealWords(id, secret) : null
      return { id, name: kind, kind, username: '', hook_secret, changed_at: new Date() }
    }),
  )
  .execute()
const tokenFor = (name: string) => createToken(db.owner, { purpose: 'gateway', label: `sms:${name}` }, world.clock.now)
const tokens = { infobip: await tokenFor('infobip'), talking: await tokenFor('africas-talking') }

beforeEach(async () => {
  await sql`truncate identity.arrival, casework.outbox cascade`.execute(db.owner)
})

type Said = { json?: unknown; form?: Record<string, string>; headers?: Record<string, string> }

async function post(url: string, { json, form, headers = {} }: Said) {
  const body = json === undefined ? new URLSearchParams(form).toString() : JSON.stringify(json)
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json'
  const answer = await world.app.request(url, { method: 'POST', headers: { 'content-type': type, ...headers }, body })
  return answer.status
}

const outcomes = async () => {
  await world.work()
  const rows = await db.owner.selectFrom('identity.arrival').select(['outcome', 'reason', 'gateway']).execute()
  return rows.map(({ gateway, outcome, reason }) => [gateway, outcome, reason].filter(Boolean).join(' ')).toSorted()
}
const lastWords = async () => {
  const report = await world.report()
  const row = await db.owner
    .selectFrom('casework.content')
    .selectAll()
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow()
  return openWords(testKeeper, report.id, row, ['text']).text
}

const twilioForm = (text: string, id = randomUUID()) => ({
  MessageSid: id,
  From: '+6281234567890',
  To: '+621708',
  Body: text,
  NumMedia: '0',
})
function signedByTwilio(form: Record<string, string>, url = at('twilio'), key = secret) {
  const said =
    url +
    Object.keys(form)
      .sort()
      .map((name) => name + form[name])
      .join('')
  return { form, headers: { 'x-twilio-signature': createHmac('sha1', key).update(said).digest('base64') } }
}

test('Twilio’s signature as its own documentation reckons it', () => {
  const form = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  }
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
  expect(isFromTwilio({ url, form, twilioSignature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' }, '12345')).toBe(true)
  expect(isFromTwilio({ url, form, twilioSignature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' }, '12346')).toBe(false)
})

test('an SMS through Twilio is a report; the same one again is the same', async () => {
  const signed = signedByTwilio(twilioForm('KOTKUPANG lampu jalan padam di Oesapa 💡'))
  expect([await post(at('twilio'), signed), await post(at('twilio'), signed)]).toEqual([200, 200])
  expect(await outcomes()).toEqual(['twilio report'])
  expect(await lastWords()).toBe('lampu jalan padam di Oesapa 💡')
})

test('what Twilio did not sign, signed for another address or changed on its way is 401, and nothing is kept', async () => {
  const form = twilioForm('Palsu')
  expect(await post(at('twilio'), { form })).toBe(401)
  expect(await post(at('twilio'), signedByTwilio(form, at('vonage')))).toBe(401)
  expect(await post(at('twilio'), signedByTwilio(form, at('twilio'), 'lain'))).toBe(401)
  expect(await post(at('twilio'), { ...signedByTwilio(form), form: { ...form, Body: 'Lain' } })).toBe(401)
  expect(await outcomes()).toEqual([])
})

const vonageFields = (text: string) => ({
  msisdn: `62812${randomInt(1e7, 1e8)}`,
  to: '1708',
  messageId: randomUUID(),
  text,
  type: 'unicode',
  'message-timestamp': '2026-01-14 01:00:00',
  timestamp: '1768352400',
  nonce: randomUUID(),
})

test.each(['sha256', 'sha512'])('Vonage signs its fields with %s', async (hash) => {
  const fields = vonageFields('Sampah di pasar & sekitarnya = menumpuk')
  const said = Object.entries(fields)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
    .join('')
  const sig = createHmac(hash, secret).update(said).digest('hex')
  expect(await post(at('vonage'), { form: { ...fields, sig, text: 'Lain' } })).toBe(401)
  expect(await post(at('vonage'), { form: fields })).toBe(401)
  expect(await post(at('vonage'), { form: { ...fields, sig } })).toBe(200)
  const query = `?${new URLSearchParams({ ...fields, sig }).toString()}`
  expect((await world.app.request(at('vonage', query))).status).toBe(200)
  expect(await outcomes()).toEqual(['vonage report'])
})

function tokenOver(json: unknown, key = secret, alg = 'HS256') {
  const part = (what: object) => Buffer.from(JSON.stringify(what)).toString('base64url')
  const payload_hash = createHash('sha256').update(JSON.stringify(json)).digest('hex')
  const said = `${part({ alg, typ: 'JWT' })}.${part({ iss: 'Vonage', payload_hash })}`
  return { authorization: `Bearer ${said}.${createHmac('sha256', key).update(said).digest('base64url')}` }
}

test('Vonage signs JSON with a token over all of it; with another secret, body or way of signing it is 401', async () => {
  const json = vonageFields('Jembatan miring di Naioni')
  expect(await post(at('vonage'), { json, headers: tokenOver(json, 'lain') })).toBe(401)
  expect(await post(at('vonage'), { json: { ...json, text: 'Lain' }, headers: tokenOver(json) })).toBe(401)
  expect(await post(at('vonage'), { json, headers: tokenOver(json, secret, 'none') })).toBe(401)
  expect(await post(at('vonage'), { json, headers: tokenOver(json) })).toBe(200)
  expect(await outcomes()).toEqual(['vonage report'])
})

const infobip = (...texts: string[]) => ({
  results: texts.map((text, number) => ({
    messageId: randomUUID(),
    from: `628123456789${number}`,
    to: '1708',
    text,
    receivedAt: '2026-01-14T01:00:00.000+0000',
  })),
})

test('Infobip brings several at once, with our token as its password, bearer or in the address', async () => {
  const basic = (token: string) => ({ authorization: `Basic ${Buffer.from(`infobip:${token}`).toString('base64')}` })
  const json = infobip('Pipa bocor di Liliba', 'Pohon tumbang di Penfui')
  expect(await post(at('infobip'), { json, headers: basic('lapor_salah') })).toBe(401)
  expect(await post(at('infobip'), { json, headers: basic(tokens.talking) })).toBe(401)
  expect(await post(at('infobip'), { json, headers: basic(tokens.infobip) })).toBe(200)
  expect(await post(at('infobip'), { json, headers: { authorization: `Bearer ${tokens.infobip}` } })).toBe(200)
  expect(await post(at('infobip', `?token=${tokens.infobip}`), { json })).toBe(200)
  expect(await outcomes()).toEqual(['infobip report', 'infobip report'])
})

test('Infobip brings 1,500 at once after a night away, and every one is kept', async () => {
  const json = infobip(
    ...Array.from({ length: 1_500 }, (_, at) => `Pohon ke-${at} tumbang menutup jalan di Penfui timur`),
  )
  expect(JSON.stringify(json).length).toBeGreaterThan(256 * 1024)
  expect(await post(at('infobip', `?token=${tokens.infobip}`), { json })).toBe(200)
  const { n } = await db.owner
    .selectFrom('identity.arrival')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(Number(n)).toBe(1_500)
})

test('a post that is longer than we take is never kept in part: 413, and nothing of it is there', async () => {
  const json = infobip('a'.repeat(2 * 1024 * 1024), 'Pohon tumbang di Penfui')
  expect(await post(at('infobip', `?token=${tokens.infobip}`), { json })).toBe(413)
  expect(await outcomes()).toEqual([])
})

test.each([
  ['infobip', '85291234567', '+85291234567'],
  ['infobip', '81312345678', '+81312345678'],
  ['infobip', '6281234567890', '+6281234567890'],
  ['africas-talking', '+254711123456', '+254711123456'],
] as const)('through %s the number %s is %s: nobody else’s telephone is answered', async (name, from, number) => {
  const [one] = infobip('Majikan saya menahan paspor, tidak ada yang menjawab telepon').results
  const said =
    name === 'infobip'
      ? { json: { results: [{ ...one, from }] } }
      : { form: { from, to: '1708', text: 'Majikan saya menahan paspor', id: randomUUID() } }
  expect(await post(at(name, `?token=${name === 'infobip' ? tokens.infobip : tokens.talking}`), said)).toBe(200)
  expect((await world.work()).map(({ to }) => to)).toEqual([number])
})

test('of several that one post brought all are kept or none: while the store is down it is 503', async () => {
  const json = infobip('Satu: selokan mampet di Oebobo', 'Dua: selokan mampet di Oepura')
  const headers = { authorization: `App ${tokens.infobip}` }
  await sql`create function refuse_second() returns trigger language plpgsql as $$
    begin if (select count(*) from identity.arrival) >= 1 then raise exception 'full'; end if; return new; end $$`.execute(
    db.owner,
  )
  await sql`create trigger refuse before insert on identity.arrival for each row execute function refuse_second()`.execute(
    db.owner,
  )
  expect(await post(at('infobip'), { json, headers })).toBe(503)
  expect(await outcomes()).toEqual([])
  await sql`drop trigger refuse on identity.arrival`.execute(db.owner)
  expect(await post(at('infobip'), { json, headers })).toBe(200)
  expect(await outcomes()).toEqual(['infobip report', 'infobip report'])
})

test('Africa’s Talking brings a form, with our token in its address', async () => {
  const form = {
    linkId: 'L',
    text: 'Sumur kering di Alak',
    to: '1708',
    id: 'ATX',
    date: '2026-01-14 01:00:00',
    from: '+6281211112222',
  }
  expect(await post(at('africas-talking'), { form })).toBe(401)
  expect(await post(at('africas-talking', `?token=${tokens.talking}`), { form })).toBe(200)
  expect(await outcomes()).toEqual(['africas-talking report'])
})

test('what a gateway brings and nobody can read waits for a human at once, and once', async () => {
  const query = `?token=${tokens.infobip}`
  for (let time = 0; time < 3; time++)
    expect(await post(at('infobip', query), { json: { error: 'no credit' } })).toBe(200)
  const broken = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"results": [' }
  expect((await world.app.request(at('infobip', query), broken)).status).toBe(200)
  expect(await outcomes()).toEqual(['infobip quarantined unread', 'infobip quarantined unread'])
})

test('a gateway that is no row is refused like one with a wrong token', async () => {
  expect(await post(at('lain', `?token=${tokens.infobip}`), { json: infobip('Palsu') })).toBe(401)
})
