import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGatewayTime } from './gateway-time.ts'
import { join } from './join.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import type { Mapping } from './mapping.ts'
import { readMapped } from './read-mapped.ts'

const db = await testDatabase()
const kinds = await db.owner
  .selectFrom('identity.gateway_kind')
  .select(['kind', 'mapping'])
  .where('mapping', 'is not', null)
  .execute()
const mappings = Object.fromEntries(kinds.map(({ kind, mapping }) => [kind, mapping])) as unknown as Record<
  'infobip' | 'twilio' | 'africas-talking' | 'vonage',
  Mapping
>

const infobip = {
  results: [
    {
      messageId: '817790313235066447',
      from: '6281234567890',
      to: '1708',
      text: 'KOTKUPANG jalan rusak 😀',
      cleanText: 'jalan rusak 😀',
      keyword: 'KOTKUPANG',
      receivedAt: '2026-11-22T09:28:39.220+0000',
      smsCount: 1,
      price: { pricePerMessage: 0, currency: 'IDR' },
    },
    { messageId: '2', from: 'BANK', to: '1708', text: 'promo', receivedAt: '2026-11-22T17:28:39+08:00' },
  ],
  messageCount: 2,
  pendingMessageCount: 0,
}

test('Infobip brings several messages at once, with their keyword', () => {
  const { messages, unread } = readMapped(mappings.infobip, infobip)
  expect(unread).toEqual([])
  expect(messages).toMatchObject([
    {
      from: '+6281234567890',
      to: '1708',
      messageId: '817790313235066447',
      gatewayAt: new Date('2026-11-22T09:28:39.220Z'),
      part: { text: 'KOTKUPANG jalan rusak 😀' },
    },
    { from: 'BANK', notANumber: true, gatewayAt: new Date('2026-11-22T09:28:39Z'), part: { text: 'promo' } },
  ])
})

test('Twilio brings one, and says that a picture was with it', () => {
  const form = {
    MessageSid: 'SM1',
    AccountSid: 'AC1',
    From: '+6281234567890',
    To: '+621708',
    Body: 'rusak',
    NumMedia: '1',
  }
  expect(readMapped(mappings.twilio, form).messages).toMatchObject([
    { from: '+6281234567890', messageId: 'SM1', part: { text: 'rusak', odd: ['pictures_left_out'] } },
  ])
  expect(readMapped(mappings.twilio, { ...form, NumMedia: '0' }).messages[0]?.part.odd).toBeUndefined()
})

test("Africa's Talking brings one, with its time in UTC", () => {
  const form = { linkId: 'L', text: 'rusak', to: '1708', id: 'ATX', date: '2026-03-04 10:30:00', from: '+254711000111' }
  expect(readMapped(mappings['africas-talking'], form).messages).toMatchObject([
    { from: '+254711000111', messageId: 'ATX', gatewayAt: new Date('2026-03-04T10:30:00Z'), part: { text: 'rusak' } },
  ])
})

const vonage = (text: string, at: number) => ({
  msisdn: '6281234567890',
  to: '1708',
  messageId: `0B0${at}`,
  text,
  type: 'unicode',
  'message-timestamp': '2026-11-22 10:13:54',
  concat: 'true',
  'concat-ref': '199',
  'concat-total': '2',
  'concat-part': String(at),
})

test('Vonage brings the parts of a long message, and the emoji between them is whole', () => {
  const both = [vonage('\ude00 pasar', 2), vonage('jalan rusak \ud83d', 1)]
  const parts = both.flatMap((one) => readMapped(mappings.vonage, JSON.parse(JSON.stringify(one))).messages)
  expect(parts[0]).toMatchObject({ messageId: '0B02', part: { ref: { number: 199, of: 2, at: 2 } } })
  expect(join(parts.map(({ part }) => part))).toMatchObject({ text: 'jalan rusak 😀 pasar', complete: true, odd: [] })
})

test('Vonage brings what is no text in hexadecimal, with its header', () => {
  const binary = {
    msisdn: '6281234567890',
    to: '1708',
    messageId: 'B',
    data: '68616c6f',
    udh: '050003c70201',
    type: 'binary',
  }
  expect(readMapped(mappings.vonage, binary).messages[0]?.part).toMatchObject({
    ref: { number: 199, of: 2, at: 1 },
    text: 'halo',
    odd: ['no_alphabet'],
  })
})

test('a place that cannot be leaves an ordinary message', () => {
  const { part } = readMapped(mappings.vonage, vonage('halo', 3)).messages[0] ?? {}
  expect(part).toMatchObject({ text: 'halo', odd: ['header_lies'] })
  expect(part?.ref).toBeUndefined()
})

test('a gateway of tomorrow is one more row', () => {
  const row: Mapping = { list: 'data.messages', from: 'sender.number', to: 'to', text: 'content', id: 'id', at: 'at' }
  const body = {
    data: { messages: [{ sender: { number: '0812 3456 7890' }, content: 'halo', id: 7, at: 1795361314 }] },
  }
  expect(readMapped(row, body).messages).toMatchObject([
    { from: '+6281234567890', to: '', messageId: '7', gatewayAt: new Date(1_795_361_314_000), part: { text: 'halo' } },
  ])
})

test.each([
  ['nothing', undefined],
  ['a word', 'halo'],
  ['a message without sender', { text: 'halo' }],
  ['a message without text', { from: '0812' }],
  ['a list where the message should be', [1]],
])('%s is not passed over, but left for a human', (_, body) => {
  expect(readMapped(mappings['africas-talking'], body).messages).toEqual([])
  expect(readMapped(mappings['africas-talking'], body).unread).toHaveLength(1)
  expect(readMapped(mappings.infobip, { results: [body, infobip.results[1]] })).toMatchObject({
    messages: [{ from: 'BANK' }],
    unread: [body],
  })
})

test('a body without its list is left for a human', () => {
  expect(readMapped(mappings.infobip, { error: 'no credit' })).toEqual({
    messages: [],
    unread: [{ error: 'no credit' }],
  })
})

test.each([
  ['2026-02-31 10:00:00'],
  ['2026-11-22 25:00:00'],
  ['22/11/2026'],
  ['besok'],
  [''],
  ['2026-11-22T10:00:00+99:99'],
])('%j is no time', (written) => {
  expect(readGatewayTime(written)).toBeUndefined()
})

test.each([
  ['2026-11-22 23:30:00', '2026-11-22T23:30:00.000Z'],
  ['2026-11-22+23:30:00', '2026-11-22T23:30:00.000Z'],
  ['2026-11-22T06:30:00+07:00', '2026-11-21T23:30:00.000Z'],
  ['2026-11-22T06:30Z', '2026-11-22T06:30:00.000Z'],
  ['1795361314', '2026-11-22T15:28:34.000Z'],
])('%s is %s', (written, instant) => {
  expect(readGatewayTime(written)?.toISOString()).toBe(instant)
})

test('no body throws', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue(), fc.integer())
  const names = Object.values(mappings).flatMap((row) => Object.values(row).filter((name) => typeof name === 'string'))
  const bodies = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...names, 'concat-ref', 'udh', 'data'), value))
  fc.assert(
    fc.property(bodies, (body) => {
      for (const mapping of Object.values(mappings)) {
        readMapped(mapping, body)
        readMapped(mapping, { results: [body, body] })
      }
    }),
    { numRuns: 300 },
  )
})
