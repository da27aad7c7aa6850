import { makeMailer } from './notifications/mail.ts'
import { notificationTasks } from './notifications/notification-tasks.ts'
import { runChild, type Running } from './platform/child-process.ts'
import { makeClock } from './platform/clock.ts'
import { makeDb } from './platform/db.ts'
import { startJobs } from './platform/jobs.ts'
import { makeLog } from './platform/log.ts'
import type { WorkerSettings } from './platform/process-settings.ts'
import { startRelay } from './platform/relay.ts'
import { makeRules } from './report/rules.ts'
import { sealPair } from './secrecy/installation-keys.ts'

runChild(startWorker, ({ config }) => makeLog(config, 'worker'))

/** Clocks, sweeps and messages: everything that happens without a request. */
async function startWorker({ config, connections, smtpUrl }: WorkerSettings): Promise<Running> {
  const log = makeLog(config, 'worker')
  const db = makeDb(connections.worker, { max: 16, log, name: 'lapor worker' })
  const { baseUrl, production, mailFrom } = config
  const mailer = makeMailer({ smtpUrl, from: mailFrom, baseUrl, production })
  const now = makeClock(config)
  const rules = makeRules(db)
  const tasks = notificationTasks({ db, log, now, rules, pair: sealPair(config.dataDir), baseUrl, mailer })
  const jobs = await startJobs({ url: connections.worker, log, tasks })
  const relay = startRelay(db, log)
  // A queue that ended by itself is started again with the whole process.
  jobs.ended.catch(() => process.exit(1))
  log.info('working')
  return {
    async stop() {
      await relay.stop()
      await jobs.stop()
      mailer.close()
      await db.destroy()
    },
  }
}
