import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { startJobs } from '../platform/jobs.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { makeMailer } from './mail.ts'
import { notificationTasks } from './notification-tasks.ts'
import { tell } from './tell.ts'
import { tellDeps } from './testing/post-office.ts'

const db = await testDatabase()

/** What the mail server has heard to its end. It keeps quiet after the first, as one whose answer is lost. */
const heard: string[] = []
const first = Promise.withResolvers<void>()
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, callback) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      heard.push(Buffer.concat(chunks).toString())
      if (heard.length === 1) first.resolve()
      else callback()
    })
  },
})
server.on('error', () => {})
const listening = server.listen(0, '127.0.0.1')
await once(listening, 'listening')
const smtpUrl = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`
const mailer = makeMailer({
  smtpUrl,
  from: 'LAPOR! <lapor@lapor.test>',
  baseUrl: 'http://lapor.test',
  production: true,
})

afterAll(async () => {
  mailer.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

const messageNow = () => db.owner.selectFrom('identity.message').select(['state', 'attempts']).executeTakeFirstOrThrow()

test('a letter whose sender is killed before it knew the answer is taken over within 30 seconds, under the same number', async () => {
  const deps = tellDeps(db, { mailer, now: () => new Date() })
  const report = await aReport(db, { contact: { name: 'Marta Bire', email: 'marta@rumah.test' } })
  await tell(deps, report.id, 1)
  const doomed = fork(
    join(import.meta.dirname, 'testing', 'doomed-sender.ts'),
    [db.urls.worker, db.urls.public, smtpUrl],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: ['--import', 'tsx'],
    },
  )
  await first.promise
  doomed.kill('SIGKILL')
  const killedAt = performance.now()
  const jobs = await startJobs({ url: db.urls.worker, log: deps.log, tasks: { send: notificationTasks(deps).send } })
  await expect.poll(messageNow, { timeout: 40_000, interval: 100 }).toEqual({ state: 'sent', attempts: 1 })
  const takenOverAfter = performance.now() - killedAt
  await jobs.stop()
  console.log(`taken over after ${Math.round(takenOverAfter / 100) / 10} s [bar 30 s]`)
  expect(takenOverAfter).toBeLessThan(30_000)
  expect(heard).toHaveLength(2)
  expect(new Set(heard.map((mail) => /^Message-ID: .*$/m.exec(mail)?.[0])).size).toBe(1)
}, 60_000)
