import { expect, test } from 'vitest'
import { wishesIn, wishesAnything } from './raised-by.ts'
import { mistyped, nearMisses, phrasings } from './testing/phrasings.ts'

const said = (wish: string, at: number) =>
  [`lurah minta uang di loket. ${wish}`, `${wish}, lurah minta uang di loket`, wish][at % 3] as string

test.each(['anonymous', 'confidential'] as const)('98 of 100 ways to ask to be %s are heard, typos and all', (what) => {
  const all = phrasings()[what]
  const wishes = [...all.map(said), ...all.map((wish, at) => said(mistyped(wish, at), at))]
  const deaf = wishes.filter((wish) => !wishesIn(wish)[what])
  console.log(`${what}: ${wishes.length - deaf.length} of ${wishes.length} heard`)
  expect(wishes.length).toBeGreaterThan(300)
  expect(deaf.length / wishes.length).toBeLessThanOrEqual(0.02)
})

test('of what only sounds like it nothing is heard', () => {
  const heard = nearMisses.filter((words) => wishesAnything(words))
  console.log(`near misses: ${heard.length} of ${nearMisses.length} heard`)
  expect(nearMisses.length).toBeGreaterThanOrEqual(100)
  expect(heard).toEqual([])
})
