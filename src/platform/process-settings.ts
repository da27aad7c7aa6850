import type { Config } from './config.ts'
import type { Connections } from './connections.ts'

type Shared = { config: Omit<Config, 'databaseUrl' | 'databaseReadUrl' | 'smtpUrl'> }

/** What the web process is told: the doors of its two roles, never the owner's, the worker's or the mail server's. */
export type WebSettings = Shared & { connections: Pick<Connections, 'web' | 'public'>; keys: WebKeys }

/** The secrets the web process needs, in hexadecimal: enough to seal and to find again, not to open. */
type WebKeys = { reportSecret: string; indexSecret: string; sealTo: string }

/** What the worker is told. */
export type WorkerSettings = Shared & { connections: Pick<Connections, 'worker'>; smtpUrl?: string }

/** Splits what the launcher knows into what each process needs. */
export function settingsFor(config: Config, { web, worker, public: publicSite }: Connections, keys: WebKeys) {
  const { databaseUrl: _owner, databaseReadUrl: _read, smtpUrl, ...shared } = config
  const forWeb: WebSettings = { config: shared, connections: { web, public: publicSite }, keys }
  const forWorker: WorkerSettings = { config: shared, connections: { worker }, smtpUrl }
  return { web: forWeb, worker: forWorker, sms: forWorker }
}
