import { expect, test } from 'vitest'
import { understandReply } from '../../email/understand-mail.ts'
import { besideEach } from './testing/beside-wishes.ts'
import { answered, asked, closed, heard, open, twoOpen } from './testing/standings.ts'
import type { OwnReport, Understood } from './understood.ts'

// Whatever stands beside a wish to be hidden is told with it or asked about, and so kept: by no door, in no standing, is it cut away.

/** Some of all, others in each standing. */
const some = (share: number) => besideEach().filter((_, at) => at % 9 === share)

const standings = { 'in work': open, 'our question open': asked, answered, closed, 'two in work': twoOpen }

/** What is asked about is kept. */
function isKept(got: Understood, answer: string): boolean {
  if (got.kind === 'ask') return true
  if (got.kind === 'status') return got.agrees === true
  if (got.kind === 'several') return got.each.some((one) => isKept(one, answer))
  return 'text' in got && (got.text?.includes(answer) ?? false)
}

test.each(Object.entries(standings).map(([standing, own], at) => [standing, own, at] as const))(
  'by SMS and X, %s: the words beside a wish are all told or asked about',
  (_, own, at) => {
    const lost = some(at).filter(({ text, answer }) => !isKept(heard(text, own), answer))
    expect(lost.map(({ text }) => text)).toEqual([])
  },
)

test.each([asked, open, answered, closed].map((own, at) => [own, at] as const))(
  'by mail the words beside a wish are all told or asked about',
  (own, at) => {
    const lost = some(5 + at).filter(({ text, answer }) => !isKept(understandReply(text, own[0] as OwnReport), answer))
    expect(lost.map(({ text }) => text)).toEqual([])
  },
)

test('beside our open question nine of ten are its answer', () => {
  const all = some(3)
  const told = all.filter(({ text }) => heard(text, asked).kind === 'reply')
  console.info(`told at once ${told.length} of ${all.length}`)
  expect(told.length / all.length).toBeGreaterThan(0.9)
})
