import { join } from 'node:path'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { makeApp } from './app.tsx'
import { runChild, type Running } from './platform/child-process.ts'
import { makeClock } from './platform/clock.ts'
import { makeDb } from './platform/db.ts'
import { Explained } from './platform/explained.ts'
import { makeLog } from './platform/log.ts'
import type { WebSettings } from './platform/process-settings.ts'
import { makeDirectory } from './agencies/directory.ts'
import { makeRules } from './report/rules.ts'
import { readKeys } from './secrecy/installation-keys.ts'

runChild(startWeb, ({ config }) => makeLog(config, 'web'))

/** Pages and API on one port, with the doors of the web role and of the public site's role. */
async function startWeb({ config, connections, keys }: WebSettings): Promise<Running> {
  const log = makeLog(config, 'web')
  const web = makeDb(connections.web, { max: 12, log, name: 'lapor web' })
  const publicDb = makeDb(connections.public, { max: 8, log, name: 'lapor public' })
  const ownKeys = readKeys(keys, config)
  const app = makeApp({
    config,
    log,
    now: makeClock(config),
    db: web,
    publicDb,
    rules: makeRules(web, ownKeys.keeper),
    directory: makeDirectory(web),
    keys: ownKeys,
    uploadsDir: join(config.dataDir, 'uploads'),
  })
  const server = createServer(getRequestListener(app.fetch))
  await listen(server, config.port, config.host)
  log.info({ port: config.port }, 'listening')
  return {
    async stop() {
      await close(server)
      await Promise.all([web.destroy(), publicDb.destroy()])
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is taken. Stop what uses it, or choose another with PORT.`
      reject(error.code === 'EADDRINUSE' ? new Explained(taken) : error)
    })
    server.listen(port, host, resolve)
  })
}

/** Requests in hand are finished; idle connections are not waited for. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3_000).unref()
  })
}
