import { expect, test } from 'vitest'
import { answered, asked, file, heard, nothing, open, road } from './testing/standings.ts'

const status = { kind: 'status', trackingId: road }
const noted = (text: string) => ({
  kind: 'several',
  each: [{ kind: 'reply', trackingId: road, text, isNote: true }, status],
  clauses: [text, text],
})

test.each([`CEK ${road} kok lama`, `laporan ${road} kapan dikerjakan`, `cek ${road} dong lama sekali`])(
  'how it stands is said, and what stands beside CEK is told to the office: %s',
  (text) => expect(heard(text, open)).toEqual(noted(text)),
)

test.each([`cek lap ${road}`, `cek ${road} sudah sampai mana`, `CEK lap ${road} pak`])(
  'nothing but how it stands is asked: %s',
  (text) => {
    for (const own of [open, answered, asked]) expect(heard(text, own)).toEqual(status)
  },
)

test('a nudge with the number is no answer to the question that is open, and no verdict', () => {
  for (const own of [answered, asked]) expect(heard(`CEK ${road} kok lama`, own)).toEqual(noted(`CEK ${road} kok lama`))
  expect(heard(`CEK ${road} jalan masih rusak`, asked)).toMatchObject({ kind: 'reply', trackingId: road })
})

test('YA STOP agrees and stops; elsewhere, and written small, it only stops', () => {
  const both = [{ kind: 'confirm', trackingId: road }, { kind: 'stop' }]
  expect(heard('YA STOP', answered)).toMatchObject({ kind: 'several', each: both })
  expect(heard('YA. STOP pak', answered)).toMatchObject({ kind: 'several', each: both })
  for (const own of [nothing, open, asked]) expect(heard('YA STOP', own)).toEqual({ kind: 'stop' })
  expect(heard('ya stop sms nya', answered)).toEqual({ kind: 'stop' })
  expect(heard('ya stop pungli di pasar', nothing)).toEqual(file('ya stop pungli di pasar'))
})
