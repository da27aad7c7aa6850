import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halvesOf, madeWhole } from './halves.ts'
import { belongsTo, join, messagesAmong } from './join.ts'
import { makePart, type Part } from './part.ts'
import { readShortMessage } from './short-message.ts'
import { type Concatenation, fromPhone } from './testing/from-phone.ts'

const partsOf = (text: string, number = 1, concatenation: Concatenation = 'udh8') =>
  fromPhone(text, number, concatenation).map((message) => readShortMessage(message))

const ucs2 = (hex: string, at: number, of = 2) => makePart(Buffer.from(hex, 'hex'), 'ucs2', { number: 1, of, at })
const gsm = (text: string, at: number, of = 3) => makePart(Buffer.from(text), 'gsm7', { number: 1, of, at })

const emoji = fc.constantFrom('😀', '👨‍👩‍👧', '🇮🇩', '🕳️', 'é', 'ꦗ', '道', '\u00a0')
const septets = fc.constantFrom(...'@£$ÇΔ_jalan rusak {}[]~|\\^€\n?!0123456789')
const wanted = (letters: fc.Arbitrary<string>) => fc.array(letters, { minLength: 100, maxLength: 900 })
const texts = fc.oneof(wanted(septets), wanted(fc.oneof(septets, emoji))).map((letters) => letters.join(''))

test('any text, its parts shuffled and doubled, joins to itself', () => {
  const deliveries = fc
    .tuple(texts, fc.constantFrom<Concatenation>('udh8', 'udh16', 'sar'))
    .map(([text, concatenation]) => ({ text, parts: partsOf(text, 200, concatenation) }))
    .chain(({ text, parts }) =>
      fc.record({
        text: fc.constant(text),
        order: fc
          .tuple(fc.constant(parts), fc.subarray(parts))
          .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
      }),
    )
  fc.assert(
    fc.property(deliveries, ({ text, order }) => {
      expect(join(order)).toEqual({ text, complete: true, missing: [], odd: [] })
    }),
    { numRuns: 500 },
  )
})

test('an emoji that a phone cut in half is whole', () => {
  const parts = partsOf(`${'x'.repeat(66)}😀${'y'.repeat(66)}`)
  expect(parts.map(({ text }) => text)).toEqual([`${'x'.repeat(66)}\ufffd`, `\ufffd${'y'.repeat(66)}`])
  expect(join(parts.toReversed())).toMatchObject({ text: `${'x'.repeat(66)}😀${'y'.repeat(66)}`, odd: [] })
})

test('half of an emoji beside a part that never came is left out, and the late part brings it whole, whichever is late', () => {
  const [first, second] = partsOf(`${'x'.repeat(66)}😀${'y'.repeat(66)}`) as [Part, Part]
  expect(join([first])).toMatchObject({ text: `${'x'.repeat(66)} […bagian hilang…]`, odd: [] })
  expect(madeWhole(second, { before: halvesOf(first) }).text).toBe(`😀${'y'.repeat(66)}`)
  expect(join([second])).toMatchObject({ text: `[…bagian hilang…] ${'y'.repeat(66)}`, odd: [] })
  expect(madeWhole(first, { after: halvesOf(second) }).text).toBe(`${'x'.repeat(66)}😀`)
  expect(madeWhole(second, {}).text).toBe('y'.repeat(66))
})

test('what is kept of a part is never a letter', () => {
  const parts = partsOf('Kepala dinas 🙏 meminta uang '.repeat(9))
  expect(parts.map(halvesOf)).toEqual(parts.map(() => null))
  expect(halvesOf(partsOf(`${'x'.repeat(66)}😀${'y'.repeat(66)}`)[0] as Part)?.toString('hex')).toBe('0000d83d')
})

test('an escape that a phone cut from its letter is whole', () => {
  const parts = partsOf(`${'x'.repeat(152)}€${'y'.repeat(20)}`)
  expect(parts).toHaveLength(2)
  expect(join(parts).text).toBe(`${'x'.repeat(152)}€${'y'.repeat(20)}`)
})

test('UCS-2 cut in the middle of a unit is whole, and an octet that is lost spoils one letter only', () => {
  expect(join([ucs2('004100', 1), ucs2('420043', 2)])).toMatchObject({ text: 'ABC', odd: [] })
  expect(join([ucs2('004100', 1), ucs2('00420043', 2)])).toMatchObject({
    text: 'A\ufffdBC',
    odd: ['odd_length', 'not_in_alphabet'],
  })
})

test.each([
  ['first', [gsm(' di depan', 2), gsm(' pasar', 3)], '[…bagian hilang…]  di depan pasar', [1]],
  ['middle', [gsm('Jalan rusak', 1), gsm('pasar', 3)], 'Jalan rusak […bagian hilang…] pasar', [2]],
  ['last', [gsm('Jalan rusak', 1), gsm(' di depan', 2)], 'Jalan rusak di depan […bagian hilang…]', [3]],
])('a %s part that never came is marked', (_, parts, text, missing) => {
  expect(join(parts)).toEqual({ text, complete: false, missing, odd: [] })
})

test('parts missing in a row are one gap, in the language of the reader', () => {
  const { text, missing } = join([gsm('Road', 1, 255), gsm('market', 255, 255)], 'en')
  expect(text).toBe('Road […part missing…] market')
  expect(missing).toHaveLength(253)
})

test('a late part closes the gap', () => {
  const [first, second, third] = partsOf('Jalan rusak di depan pasar. '.repeat(15)) as [Part, Part, Part]
  expect(join([third, first]).missing).toEqual([2])
  expect(join([third, first, second])).toMatchObject({
    text: 'Jalan rusak di depan pasar. '.repeat(15),
    complete: true,
  })
})

test('a message without reference is complete alone, and no parts are nothing', () => {
  expect(join(partsOf('YA'))).toEqual({ text: 'YA', complete: true, missing: [], odd: [] })
  expect(join([])).toEqual({ text: '', complete: false, missing: [], odd: [] })
})

test('parts in two alphabets join, each in its own', () => {
  expect(join([gsm('Jalan ', 1, 2), ucs2('d83dde00', 2)])).toMatchObject({ text: 'Jalan 😀', complete: true, odd: [] })
})

test('parts survive being kept as JSON', () => {
  const text = 'Jalan rusak 😀 '.repeat(20)
  expect(join(JSON.parse(JSON.stringify(partsOf(text)))).text).toBe(text)
})

test('two parts that claim one place are said to, and the first one holds', () => {
  expect(join([gsm('A', 1, 2), gsm('B', 1, 2), gsm('C', 2, 2)])).toMatchObject({ text: 'AC', odd: ['conflict'] })
})

test('a phone that counts from the start again begins a new message', () => {
  const begun = [gsm('Jalan rusak', 1)]
  expect(belongsTo(begun, gsm(' di depan', 2))).toBe(true)
  expect(belongsTo(begun, gsm('Jalan rusak', 1))).toBe(true)
  expect(belongsTo(begun, gsm('Lampu mati', 1))).toBe(false)
  expect(belongsTo(begun, gsm(' di depan', 2, 2))).toBe(false)
  expect(belongsTo(begun, { ...gsm(' di depan', 2), ref: { number: 2, of: 3, at: 2 } })).toBe(false)
})

test('two messages under one reference are told apart, and no word of either is lost', () => {
  const [road, lamp] = ['Jalan rusak di depan pasar. '.repeat(8), 'Lampu jalan mati sejak kemarin. '.repeat(8)].map(
    (text) => partsOf(text).map((part) => ({ part })),
  ) as [{ part: Part }[], { part: Part }[]]
  const came = [road[0], lamp[0], road[0], road[1], lamp[1]].filter((row) => row !== undefined)
  expect(messagesAmong(came).map((message) => join(message.map(({ part }) => part)))).toEqual([
    { text: 'Jalan rusak di depan pasar. '.repeat(8), complete: true, missing: [], odd: [] },
    { text: 'Lampu jalan mati sejak kemarin. '.repeat(8), complete: true, missing: [], odd: [] },
  ])
})

test('no parts throw, whatever they claim', () => {
  const part = fc
    .record({
      octets: fc.uint8Array({ maxLength: 200 }),
      alphabet: fc.constantFrom('gsm7', 'ucs2', 'latin1', 'utf8', 'octets'),
      ref: fc.option(
        fc.record({ number: fc.nat(1), of: fc.integer({ min: 2, max: 255 }), at: fc.nat(254).map((n) => n + 1) }),
      ),
    })
    .map(({ octets, alphabet, ref }) =>
      makePart(Buffer.from(octets), alphabet, ref && ref.at <= ref.of ? ref : undefined),
    )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => void join(parts)),
    { numRuns: 500 },
  )
})
