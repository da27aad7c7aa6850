import { describe, expect, test } from 'vitest'
import { asked, heard, nothing, open, question, road, strangers } from './testing/standings.ts'

describe('CEK of several, not all of which are theirs', () => {
  const unknown = { kind: 'status', trackingId: strangers }
  const known = { kind: 'status', trackingId: road }
  test.each([
    [`CEK ${road} dan ${strangers}`, [known, unknown]],
    [`CEK ${strangers}, ${road}`, [unknown, known]],
    [`CABUT ${road} ${strangers}`, [{ kind: 'withdraw', trackingId: road }, question('no_such_report', strangers)]],
  ] as const)('%s', (text, each) => expect(heard(text, open)).toMatchObject({ kind: 'several', each }))
  test('of somebody who has filed nothing no report is made', () =>
    expect(heard(`CEK ${strangers} dan ${road}`, nothing)).toEqual(unknown))
  test('what tells something besides is told', () =>
    expect(heard(`jalan di ${road} sama dengan ${strangers}`, asked)).toMatchObject({ kind: 'reply' }))
})
