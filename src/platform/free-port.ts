import { createServer, type AddressInfo } from 'node:net'
import type { Config } from './config.ts'

/** PORT=0 asks the machine for a free port; links then lead to it unless LAPOR_BASE_URL says otherwise. */
export async function onFreePort(config: Config): Promise<Config> {
  const port = await freePort(config.host)
  return { ...config, port, baseUrl: config.baseUrl.replace(/^http:\/\/localhost:0$/, `http://localhost:${port}`) }
}

/** A port that nobody listens on now. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, host, resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
