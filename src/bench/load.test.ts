import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { load } from './load.ts'

test('as many as asked are in hand at a time, and all of them are counted', async () => {
  let inHand = 0
  let most = 0
  let done = 0
  const once = async () => {
    most = Math.max(most, ++inHand)
    await pause(2)
    inHand--
    done++
  }
  const { latencies, perSecond } = await load(once, 4, 0.05)
  expect(most).toBe(4)
  expect(latencies).toHaveLength(done)
  expect(perSecond).toBeGreaterThan(0)
})

test('a failure is no figure', async () => {
  await expect(load(() => Promise.reject(new Error('500')), 2, 1)).rejects.toThrow('500')
})
