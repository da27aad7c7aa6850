import { expect, test } from 'vitest'
import { plainRef } from '../receipts/receipt.ts'
import { readReceipt } from './receipt.ts'

const people = [{ from: '+6281234567890' }, { from: '1708', notANumber: true as const }]
const text = (id: string, stat: string) =>
  `id:${id} sub:001 dlvrd:001 submit date:2611221015 done date:2611221016 stat:${stat} err:000 text:LAPOR! Laporan`

test.each([
  ['DELIVRD', 'delivered'],
  ['DELIVERED', 'delivered'],
  ['UNDELIV', 'undeliverable'],
  ['REJECTD', 'undeliverable'],
  ['DELETED', 'undeliverable'],
  ['EXPIRED', 'expired'],
  ['ACCEPTD', 'accepted'],
  ['ENROUTE', 'accepted'],
  ['UNKNOWN', 'unknown'],
])('a receipt that says %s: %s', (stat, state) => {
  expect(readReceipt({ text: text('17150', stat) }, people)).toMatchObject({ state, numbers: ['+6281234567890'] })
})

test.each([
  [1, 'accepted'],
  [2, 'delivered'],
  [3, 'expired'],
  [4, 'undeliverable'],
  [5, 'undeliverable'],
  [6, 'accepted'],
  [7, 'unknown'],
  [8, 'undeliverable'],
])('the optional fields with state %i: %s, whatever the text says', (state, said) => {
  const receipt = readReceipt({ text: text('9', 'EXPIRED'), messageId: '17150', state }, people)
  expect(receipt).toMatchObject({ state: said })
  expect(receipt?.refs[0]).toBe('17150')
})

test.each([
  ['0000ABCDEF', '11259375'],
  ['abcdef', '0011259375'],
  ['11259375', 'ABCDEF'],
  ['msg-Ä-1', 'MSG-Ä-1'],
  ['00', '0'],
])('a message that the operator called %s is found by a receipt for %s', (answered, receipted) => {
  expect(readReceipt({ text: text(receipted, 'DELIVRD') }, people)?.refs).toContain(plainRef(answered))
})

test.each([['halo, saya mau lapor'], ['id:1 sub:001'], ['stat:DELIVRD'], ['id:1 stat:ENTAHLAH'], ['']])(
  '%j is no receipt',
  (said) => {
    expect(readReceipt({ text: said }, people)).toBeNull()
  },
)
