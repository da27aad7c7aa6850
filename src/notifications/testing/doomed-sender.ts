import { makeDb } from '../../platform/db.ts'
import { startJobs } from '../../platform/jobs.ts'
import { makeLog } from '../../platform/log.ts'
import { makeMailer } from '../mail.ts'
import { notificationTasks } from '../notification-tasks.ts'
import { tellDeps } from './post-office.ts'

// A worker that sends messages until it is killed: its database, its mail server.

const [workerUrl = '', publicUrl = '', smtpUrl = ''] = process.argv.slice(2)
const mailer = makeMailer({
  smtpUrl,
  from: 'LAPOR! <lapor@lapor.test>',
  baseUrl: 'http://lapor.test',
  production: true,
})
const [worker, publicDb] = [makeDb(workerUrl), makeDb(publicUrl)]
const deps = tellDeps({ worker, publicDb } as never, { mailer, now: () => new Date() })

await startJobs({
  url: workerUrl,
  log: makeLog({ logLevel: 'silent' }, 'doomed'),
  tasks: { send: notificationTasks(deps).send },
})
