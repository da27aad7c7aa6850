import { test } from 'vitest'
import { surviveFlood } from './sms-flood.ts'

test('2,000 SMS through three operators, the database and the worker killed once: nothing lost, nothing twice', async () => {
  await surviveFlood({ messages: 2_000, databaseKills: 1, workerKills: 1 })
}, 1_800_000)
