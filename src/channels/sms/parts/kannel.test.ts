import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeUcs2 } from './alphabet.ts'
import { join } from './join.ts'
import { readKannel } from './kannel.ts'
import { rawFields } from './raw-fields.ts'
import { fromPhone } from './testing/from-phone.ts'

/** As Kannel writes octets into an address: letters, digits and some signs as they are, a space as plus. */
function percent(octets: Buffer): string {
  return [...octets]
    .map((octet) => {
      const letter = String.fromCharCode(octet)
      if (octet === 0x20) return '+'
      return /[A-Za-z0-9._-]/.test(letter) ? letter : `%${octet.toString(16).padStart(2, '0').toUpperCase()}`
    })
    .join('')
}

const read = (query: string) => readKannel(rawFields(query))
const around =
  'token=abc&from=%2B6281234567890&to=1708&id=6f1c7a5e-4d7e-4b0a-9d2e-0c0d&smsc=tsel&time=2026-11-22+15:28:34'

test('a message in 7 bits comes as UTF-8, with sender, receiver, id, connection and time', () => {
  expect(read(`${around}&charset=UTF-8&coding=0&udh=&text=KOTKUPANG+jalan+rusak%21`)).toEqual({
    from: '+6281234567890',
    to: '1708',
    messageId: '6f1c7a5e-4d7e-4b0a-9d2e-0c0d',
    smsc: 'tsel',
    part: {
      alphabet: 'utf8',
      hex: Buffer.from('KOTKUPANG jalan rusak!').toString('hex'),
      text: 'KOTKUPANG jalan rusak!',
    },
    gatewayAt: new Date('2026-11-22T15:28:34Z'),
  })
})

test('a message in UCS-2 comes as octets of UTF-16, big end first', () => {
  const text = percent(encodeUcs2('Jalan rusak 😀 + 100% &'))
  const { part } = read(`${around}&charset=UTF-16BE&coding=2&text=${text}`)
  expect(part).toMatchObject({ alphabet: 'ucs2', text: 'Jalan rusak 😀 + 100% &' })
  expect(part.odd).toBeUndefined()
})

test.each([
  ['ISO-8859-1', '0', Buffer.from('é', 'latin1'), 'é'],
  ['', '2', encodeUcs2('é😀'), 'é😀'],
  ['', '3', encodeUcs2('é😀'), 'é😀'],
  ['', '', Buffer.from('é😀'), 'é😀'],
  ['8-BIT', '1', Buffer.from('halo'), 'halo'],
  ['utf-8', '2', Buffer.from('é😀'), 'é😀'],
  ['TIDAK-ADA', '-1', Buffer.from('é'), 'é'],
])('in charset %j and coding %j it is read too', (charset, coding, octets, text) => {
  expect(read(`${around}&charset=${charset}&coding=${coding}&text=${percent(octets)}`).part.text).toBe(text)
})

test('the parts of a long message, their headers as octets, join', () => {
  const text = 'Jalan rusak di depan pasar 😀 '.repeat(8)
  const parts = fromPhone(text, 0x26, 'udh16').map(({ octets }) => {
    const [udh, body] = [octets.subarray(0, 7), octets.subarray(7)]
    return read(`${around}&charset=UTF-16BE&coding=2&udh=${percent(udh)}&text=${percent(body)}`).part
  })
  expect(parts[1]?.ref).toEqual({ number: 0x26, of: 4, at: 2 })
  expect(join(parts.toReversed())).toMatchObject({ text, complete: true, odd: [] })
})

test.each([
  ['ends too early', '%05%00%03%01%02'],
  ['goes on after its end', '%05%00%03%01%02%01%05%00'],
  ['is told in letters', '050003010201'],
])('a header that %s leaves an ordinary message', (_, udh) => {
  const { part } = read(`${around}&charset=UTF-8&coding=0&udh=${udh}&text=halo`)
  expect(part).toMatchObject({ text: 'halo', odd: ['header_lies'] })
  expect(part.ref).toBeUndefined()
})

test.each([
  ['081234567890', '+6281234567890', undefined],
  ['6281234567890', '+6281234567890', undefined],
  ['%2B6281234567890', '+6281234567890', undefined],
  ['67077234567', '+67077234567', undefined],
  ['TELKOMSEL', 'TELKOMSEL', true],
  ['1234', '1234', true],
  ['', '', true],
  ['A%00B%0D%0A', 'A B', true],
])('the sender %s is %s', (written, from, notANumber) => {
  expect(read(`from=${written}&text=x`)).toMatchObject({ from, ...(notANumber ? { notANumber } : {}) })
  expect(read(`from=${written}&text=x`).notANumber).toBe(notANumber)
})

test('fields keep a per cent sign that leads nowhere, and the first of two', () => {
  const fields = rawFields('?text=100%+rusak%zz%4&text=lain&kosong&=x&a=b=c')
  expect([...fields].map(([name, octets]) => [name, octets.toString()])).toEqual([
    ['text', '100% rusak%zz%4'],
    ['kosong', ''],
    ['', 'x'],
    ['a', 'b=c'],
  ])
})

test('a query and a posted form are read alike', () => {
  const form = `${around}&text=%D8%3D%DE%00&charset=UTF-16BE`
  expect(rawFields(Buffer.from(form))).toEqual(rawFields(form))
  expect(rawFields('token=abc&from=1', Buffer.from('from=2&text=\xe9', 'latin1')).get('text')).toEqual(
    Buffer.from([0xe9]),
  )
})

test('no query throws, and any octets come through it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (query, octets) => {
      readKannel(rawFields(query))
      readKannel(rawFields(`from=${query}&time=${query}&id=${query}&udh=${percent(Buffer.from(octets))}&text=${query}`))
      expect([...(rawFields(`text=${percent(Buffer.from(octets))}`).get('text') ?? [])]).toEqual([...octets])
    }),
    { numRuns: 300 },
  )
})
