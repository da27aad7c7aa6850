import { createServer, type AddressInfo } from 'node:net'
import type { Config } from './config.ts'

/** PORT=0 asks the machine for a free port; links then lead to it unless LAPOR_BASE_URL says otherwise. */
export async function freePort(config: Config): Promise<Config> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, config.host, resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return { ...config, port, baseUrl: config.baseUrl.replace(/^http:\/\/localhost:0$/, `http://localhost:${port}`) }
}
