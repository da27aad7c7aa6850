import { test } from 'vitest'
import { surviveKills } from './kill-nine.ts'

test('kill -9 of everything amid 200 filings: nothing acknowledged is lost, nothing is doubled, and it goes on', async () => {
  await surviveKills(1)
})
