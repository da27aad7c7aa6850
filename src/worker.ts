import { runChild, type Running } from './platform/child-process.ts'
import { makeDb } from './platform/db.ts'
import { makeLog } from './platform/log.ts'
import type { WorkerSettings } from './platform/process-settings.ts'

runChild(startWorker, ({ config }) => makeLog(config, 'worker'))

/** Clocks, sweeps and messages: everything that happens without a request. */
async function startWorker({ config, connections }: WorkerSettings): Promise<Running> {
  const log = makeLog(config, 'worker')
  const worker = makeDb(connections.worker, { max: 6, log, name: 'lapor worker' })
  log.info('working')
  return { stop: () => worker.destroy() }
}
