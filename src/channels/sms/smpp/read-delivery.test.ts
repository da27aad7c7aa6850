import { expect, test } from 'vitest'
import { readDelivery } from './read-delivery.ts'

/** TON and NPI of SMPP 3.4, 5.2.5 and 5.2.6. */
const [unknown, international, national, subscriber, name, abbreviated] = [0, 1, 2, 4, 5, 6]

function senderOf(source_addr: string, source_addr_ton: number, source_addr_npi = 1) {
  const read = readDelivery({
    source_addr,
    source_addr_ton,
    source_addr_npi,
    destination_addr: '1708',
    short_message: Buffer.from('jalan rusak'),
  } as unknown as Parameters<typeof readDelivery>[0])
  return 'message' in read ? { from: read.message.from, notANumber: read.message.notANumber } : undefined
}

test.each([
  ['8123456789', unknown, 0],
  ['81234567890', unknown, 0],
  ['812345678901', unknown, 0],
  ['812345678', unknown, 0],
  ['8123456789', national, 1],
  ['8123456789', subscriber, 8],
  ['08123456789', unknown, 0],
  ['628123456789', unknown, 0],
  ['628123456789', international, 1],
  ['+628123456789', unknown, 0],
])(
  'a telephone in Indonesia is one, however its operator writes it: %s with type %i and plan %i',
  (written, type, plan) => {
    const national = written.replace(/^(?:\+?62|0)/, '')
    expect(senderOf(written, type, plan)).toEqual({ from: `+62${national}`, notANumber: undefined })
  },
)

test.each([
  ['8123456789', international, '+8123456789'],
  ['85291234567', international, '+85291234567'],
])('what is said to be international keeps its country: %s', (written, type, from) => {
  expect(senderOf(written, type)).toEqual({ from, notANumber: undefined })
})

test.each([
  ['1708', unknown],
  ['8888', unknown],
  ['81234567', unknown],
  ['TELKOMSEL', name],
  ['8123456789', name],
  ['628123456789', name],
  ['8123456789', abbreviated],
])('a name or a short code is nobody’s telephone and stays as it is written: %s with type %i', (written, type) => {
  expect(senderOf(written, type, 0)).toEqual({ from: written, notANumber: true })
})
