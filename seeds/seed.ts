import type { Now } from '../src/platform/clock.ts'
import type { Config } from '../src/platform/config.ts'
import type { Connections } from '../src/platform/connections.ts'
import type { Db } from '../src/platform/db.ts'
import type { Log } from '../src/platform/log.ts'
import { keysForWeb, readKeys } from '../src/secrecy/installation-keys.ts'
import { demoPassword, people } from './demo/people.ts'
import { seedDemo } from './demo.ts'
import { seedReference } from './reference.ts'

export type SeedKind = 'demo' | 'reference' | 'none'

export type SeedContext = { owner: Db; connections: Connections; config: Config; now: Now; log: Log }

/** The people of the demonstration and the password that opens all of them. */
export type SignIns = { password: string; people: { email: string; who: string }[] }

/** Plants a kind of data; running it over its own half-finished work completes it. */
export async function seed(kind: SeedKind, { owner, connections, config, now }: SeedContext): Promise<void> {
  if (kind !== 'none') await seedReference(owner, now())
  if (kind !== 'demo') return
  const keys = readKeys(keysForWeb(config), config)
  await seedDemo({ owner, connections, config, keys, now: now() })
}

/** Who can sign in, printed at every start of a demonstration. */
export async function signIns(_config: Config): Promise<SignIns | undefined> {
  return { password: demoPassword, people: people.map(({ email, who }) => ({ email, who })) }
}
