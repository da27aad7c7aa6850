import { test } from 'vitest'
import { surviveFlood } from './sms-flood.ts'

test('100,000 SMS, the database killed five times and the worker ten: nothing lost, nothing twice', async () => {
  const messages = Number(process.env.LAPOR_FLOOD ?? 100_000)
  await surviveFlood({ messages, databaseKills: 5, workerKills: 10 })
}, 14_400_000)
