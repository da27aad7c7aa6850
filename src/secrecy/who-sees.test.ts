import { describe, expect, test } from 'vitest'
import { anyAim } from './aim.ts'
import { audiences, audiencesOf, type Switches, thoseWhoAskToOpen, thoseWhoSee, whoSees } from './who-sees.ts'

const open: Switches = { anonymous: false, confidential: false, withoutIdentity: false, showName: false }
const combinations: Switches[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((bits) => ({
  anonymous: Boolean(bits & 1),
  confidential: Boolean(bits & 2),
  withoutIdentity: Boolean(bits & 4),
  showName: Boolean(bits & 8),
}))

describe('an open report', () => {
  test('is read by everyone, and only those who handle it learn the name', () => {
    expect(thoseWhoSee('text', open)).toEqual(audiencesOf(anyAim))
    expect(thoseWhoSee('name', open)).toEqual(['office', 'named_office', 'desk', 'supervisors'])
  })

  test('shows the name to everyone when asked to', () => {
    expect(thoseWhoSee('name', { ...open, showName: true })).toContain('public')
  })
})

test('an anonymous report is read by everyone, and nobody learns who filed it', () => {
  const chosen = { ...open, anonymous: true, showName: true }
  expect(thoseWhoSee('text', chosen)).toContain('public')
  expect(thoseWhoSee('name', chosen)).toEqual([])
})

test('a confidential report exists only for the desk while it has it, its office, and, without words, the supervisors', () => {
  const seen = whoSees({ ...open, confidential: true })
  expect(seen.public).toEqual({ existence: 'never', text: 'never', name: 'never', contact: 'never', point: 'never' })
  expect(seen.other_offices).toEqual(seen.public)
  expect(seen.operator).toEqual(seen.public)
  expect(seen.office.text).toBe('always')
  expect(seen.desk.text).toBe('at_desk')
  expect(seen.named_office).toMatchObject({ existence: 'before', text: 'before', name: 'never' })
  expect(seen.supervisors).toMatchObject({ existence: 'always', text: 'never' })
})

test('the reporter without identity is nobody to everyone', () => {
  for (const confidential of [false, true])
    expect(thoseWhoSee('name', { ...open, withoutIdentity: true, confidential })).toEqual([])
})

test.each(combinations)('nobody ever sees the contact details, whatever is chosen: %j', (chosen) => {
  expect(thoseWhoSee('contact', chosen)).toEqual([])
})

test.each(combinations)('choosing more secrecy never shows anybody more: %j', (chosen) => {
  const rank = { never: 0, before: 1, at_desk: 2, always: 3 }
  const loose = whoSees(chosen)
  for (const more of ['anonymous', 'confidential', 'withoutIdentity'] as const) {
    const strict = whoSees({ ...chosen, [more]: true })
    for (const audience of audiences)
      for (const what of ['existence', 'text', 'name', 'contact', 'point'] as const)
        expect(rank[strict[audience][what]]).toBeLessThanOrEqual(rank[loose[audience][what]])
  }
})

test.each(combinations)('nobody whom the report accuses, and no office, may have anything opened: %j', (chosen) => {
  for (const what of ['text', 'identity'] as const)
    for (const audience of thoseWhoAskToOpen(what, chosen)) expect(['desk', 'supervisors']).toContain(audience)
})

test('what a reporter without identity never left cannot be opened', () => {
  expect(thoseWhoAskToOpen('identity', { ...open, withoutIdentity: true })).toEqual([])
})
