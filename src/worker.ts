import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { makeDirectory } from './agencies/directory.ts'
import { arrivalTasks } from './channels/arrivals/arrival-tasks.ts'
import { followSigningKey } from './audit/signing-key.ts'
import { makeMailer } from './notifications/mail.ts'
import { holdBinds } from './channels/sms/smpp/binds.ts'
import { startSmsOut } from './channels/sms/sms-out.ts'
import { watchBoxes } from './channels/email/imap/watch-boxes.ts'
import { takeEmail } from './channels/email/take-email.ts'
import { takeSms } from './channels/sms/take-sms.ts'
import { makeTexter } from './channels/sms/texter.ts'
import { listenToX } from './channels/x/listen.ts'
import { makePoster } from './channels/x/poster.ts'
import { takeX } from './channels/x/take-x.ts'
import { xTasks } from './channels/x/x-tasks.ts'
import { notificationTasks } from './notifications/notification-tasks.ts'
import { sweepTasks } from './oversight/sweep-tasks.ts'
import { runChild, type Running } from './platform/child-process.ts'
import { makeClock } from './platform/clock.ts'
import { makeDb } from './platform/db.ts'
import { startJobs } from './platform/jobs.ts'
import { makeLog } from './platform/log.ts'
import { pause } from './platform/pause.ts'
import type { WorkerSettings } from './platform/process-settings.ts'
import { startRelay } from './platform/relay.ts'
import { makeRules } from './report/rules.ts'
import { accessTasks } from './secrecy/access-journal.ts'
import { erasureTasks } from './secrecy/erasure-tasks.ts'
import { floorTasks } from './secrecy/floor-journal.ts'
import { keeperOf, keysForWeb, readKeys } from './secrecy/installation-keys.ts'
import { followSealPair } from './secrecy/keys/seal-pair.ts'

/**
 * When what happens, in UTC and in the machine's time; what is due is told by the application's clock. A sweep that takes
 * longer than a minute is not overtaken: one queue, one at a time.
 */
const timetable = `
* * * * * sweep ?queue=sweep&jobKey=sweep&max=1
* * * * * arrivals ?queue=arrivals&jobKey=arrivals&max=1
* * * * * x ?queue=x&jobKey=x&max=1
17 * * * * x_posts ?queue=x&jobKey=x_posts&max=1
* * * * * head ?queue=head&jobKey=head&max=1
* * * * * digests ?queue=digests&jobKey=digests&max=1
*/10 * * * * journal ?queue=journal&jobKey=journal&max=1
20 18 * * * tidy ?queue=tidy&jobKey=tidy&max=3
`

runChild(startWorker, ({ config }) => makeLog(config, 'worker'))

/** Clocks, sweeps and messages: everything that happens without a request. */
async function startWorker({ config, connections, smtpUrl }: WorkerSettings): Promise<Running> {
  const log = makeLog(config, 'worker')
  // Whoever waits for a page comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const db = makeDb(connections.worker, { max: 16, log, name: 'lapor worker' })
  const { baseUrl, production, mailFrom } = config
  const mailer = makeMailer({ smtpUrl, from: mailFrom, baseUrl, production })
  const now = makeClock(config)
  const keeper = keeperOf(config)
  const pair = Object.assign(followSealPair(config), { keeper })
  const rules = makeRules(db, keeper)
  const directory = makeDirectory(db)
  const keys = readKeys(keysForWeb(config), config)
  const headKey = followSigningKey(config)
  // The binds of operators live in one process: here, or in one of role `sms`.
  const binds = config.role === 'all' ? await holdBinds({ db, pair, keys, log, now }) : undefined
  const texter = makeTexter({ db, pair, now, production, baseUrl, keys, binds })
  const poster = makePoster({ db, now, pair, indexSecret: keys.indexSecret, production })
  const telling = { db, log, now, rules, pair, indexSecret: keys.indexSecret, baseUrl, mailer, texter, poster }
  const uploadsDir = join(config.dataDir, 'uploads')
  const taking = { ...telling, directory, keys, uploadsDir }
  const tasks = {
    ...notificationTasks(telling),
    ...arrivalTasks(telling, {
      sms: (id) => takeSms(taking, id),
      email: (id) => takeEmail(taking, id),
      x: (id) => takeX(taking, id),
    }),
    ...xTasks(taking),
    ...floorTasks({ db, dataDir: config.dataDir }),
    ...accessTasks({ db, dataDir: config.dataDir, pair, now }),
    ...erasureTasks({ db, keys: config, pair, uploadsDir, now }),
    ...sweepTasks({
      get headKey() {
        return headKey()
      },
      db,
      log,
      now,
      rules,
      directory,
      uploadsDir,
    }),
  }
  const jobs = await startJobs({ url: connections.worker, log, tasks, timetable })
  await jobs.add('sweep', {}, 'sweep')
  await jobs.add('head', {}, 'head')
  const relay = startRelay(db, log)
  const smsOut = binds && startSmsOut(telling)
  const boxes = watchBoxes({ db, keys, pair, now, log })
  const listening = listenToX({ ...taking, pause })
  // A queue that ended by itself is started again with the whole process.
  jobs.ended.catch(() => process.exit(1))
  log.info('working')
  return {
    async stop() {
      await Promise.all([boxes.stop(), relay.stop(), listening.stop()])
      await Promise.all([jobs.stop(), smsOut?.stop()])
      await binds?.stop()
      mailer.close()
      await db.destroy()
    },
  }
}
