import { expect, test } from 'vitest'
import { Explained } from '../../platform/explained.ts'
import { columnsFor, secretsOf, type Wish, wordsOfState } from './columns.ts'

const wish = (more: Partial<Wish>): Wish => ({
  kind: 'smpp',
  sender: '1708',
  host: 'smsc.test',
  systemId: 'lapor',
  systemType: '',
  bind: 'transceiver',
  window: 20,
  perSecond: 100,
  alphabet: 'gsm7',
  ...more,
})

test('a message centre is kept as an address, with the usual port within TLS and without', () => {
  expect(columnsFor(wish({}))).toMatchObject({ url: 'smpp://smsc.test:2775', username: 'lapor', bind: 'transceiver' })
  expect(columnsFor(wish({ tls: true }))).toMatchObject({ url: 'smpps://smsc.test:3550' })
  expect(columnsFor(wish({ tls: true, port: 9000, prefix: ['+62811'] }))).toMatchObject({
    url: 'smpps://smsc.test:9000',
    prefixes: ['+62811'],
  })
})

test.each([
  [wish({ host: undefined }), 'needs --host'],
  [wish({ systemId: undefined }), 'needs --host and --system-id'],
  [wish({ host: 'smpp://smsc.test' }), 'without port'],
  [wish({ systemId: 'a'.repeat(16) }), 'at most 15'],
  [wish({ bind: 'both' }), 'transceiver or pair'],
  [wish({ alphabet: 'ebcdic' }), 'gsm7 or latin1'],
  [wish({ kind: 'kannel' }), 'needs --url'],
])('what is missing or cannot be is said (%#)', (asked, said) => {
  expect(() => columnsFor(asked)).toThrow(Explained)
  expect(() => columnsFor(asked)).toThrow(said)
})

test('which secrets are read, a line each: with what a gateway signs first, then with what we sign in, where it sends for us', () => {
  const read = (kind: string, more = {}) =>
    secretsOf({ kind: kind as 'smpp', ...more })
      .map((line) => line.join('+'))
      .join(', ')
  expect(['kannel', 'smpp', 'twilio', 'vonage', 'infobip', 'africas-talking'].map((kind) => read(kind))).toEqual([
    'password',
    'password',
    'signature',
    'signature',
    '',
    '',
  ])
  expect(read('twilio', { username: 'AC1' })).toBe('signature+password')
  expect(read('vonage', { username: 'key' })).toBe('signature, password')
  expect(read('africas-talking', { username: 'lapor' })).toBe('password')
  expect(read('infobip', { url: 'https://x.api.infobip.com' })).toBe('password')
})

test('a gateway sends where it is said as whom, or at Infobip where; its key never travels in the clear', () => {
  expect(columnsFor(wish({ kind: 'twilio' }))).toMatchObject({ url: null })
  expect(columnsFor(wish({ kind: 'twilio', username: 'AC1' }))).toMatchObject({ url: 'https://api.twilio.com' })
  expect(columnsFor(wish({ kind: 'vonage', username: 'key', priority: 2 }))).toMatchObject({
    url: 'https://rest.nexmo.com',
    priority: 2,
  })
  expect(columnsFor(wish({ kind: 'infobip', url: 'https://x.api.infobip.com' }))).toMatchObject({ username: '' })
  expect(() => columnsFor(wish({ kind: 'infobip', url: 'http://x.api.infobip.com' }))).toThrow('in the clear')
  expect(() => columnsFor(wish({ kind: 'twilio', url: 'https://eu.twilio.com' }))).toThrow('--username')
})

test('how a bind is, is said in words; that nobody holds it, too', () => {
  const now = new Date('2026-01-14T03:00:00Z')
  const row = { kind: 'smpp', line: 'transceiver', state: 'down', since: now, reason: 'smpp 0x0d', seen_at: now }
  expect(wordsOfState(row, now)).toBe('transceiver down since 2026-01-14T03:00:00.000Z (smpp 0x0d)')
  expect(wordsOfState(row, new Date(now.getTime() + 60_000))).toContain('not held')
  expect(wordsOfState({ ...row, line: null, seen_at: null }, now)).toContain('not held')
  expect(wordsOfState({ ...row, kind: 'kannel' }, now)).toBe('')
})
