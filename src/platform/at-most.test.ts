import { expect, test } from 'vitest'
import { atMost } from './at-most.ts'

test('never more than the limit run together, all are done, in order', async () => {
  const run = atMost(2)
  let together = 0
  let most = 0
  const begun: number[] = []
  await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      run(async () => {
        begun.push(at)
        most = Math.max(most, ++together)
        await new Promise((resolve) => setImmediate(resolve))
        together--
      }),
    ),
  )
  expect(most).toBe(2)
  expect(begun).toEqual(Array.from({ length: 50 }, (_, at) => at))
})

test('work that fails makes room for the next', async () => {
  const run = atMost(1)
  await expect(run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(run(async () => 'done')).resolves.toBe('done')
})
