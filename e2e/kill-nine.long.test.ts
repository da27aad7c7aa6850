import { test } from 'vitest'
import { surviveKills } from './kill-nine.ts'

test('kill -9 of everything amid 200 filings, ten times, at another moment each time', async () => {
  await surviveKills(10)
})
