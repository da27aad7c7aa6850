import { join } from 'node:path'
import { loadDirectory } from '../src/agencies/directory.ts'
import type { Config } from '../src/platform/config.ts'
import type { Connections } from '../src/platform/connections.ts'
import { type Db, makeDb } from '../src/platform/db.ts'
import { loadRules } from '../src/report/rules.ts'
import type { IdentityKeys } from '../src/secrecy/identity.ts'
import { plantPeople } from './demo/people.ts'
import { fileStories } from './demo/file-stories.ts'
import { playStories } from './demo/play-stories.ts'

export type DemoDeps = {
  owner: Db
  connections: Connections
  config: Pick<Config, 'dataDir'>
  keys: IdentityKeys
  now: Date
}

/**
 * Plants the demonstration country: its people, and invented reports that lived through the same doors and moves as
 * everybody's, some weeks before `now`. Running it over its own half goes on where it stopped.
 */
export async function seedDemo({ owner, connections, config, keys, now }: DemoDeps): Promise<void> {
  const web = makeDb(connections.web, { max: 2, name: 'lapor seed' })
  const worker = makeDb(connections.worker, { max: 1, name: 'lapor seed' })
  try {
    const [rules, directory] = await Promise.all([loadRules(owner, keys.keeper), loadDirectory(owner)])
    const accounts = await plantPeople(owner, keys, now)
    const stage = {
      owner,
      web,
      worker,
      rules,
      directory,
      keys,
      accounts,
      now,
      uploadsDir: join(config.dataDir, 'uploads'),
    }
    await playStories(stage, await fileStories(stage))
    await forgetOldNews(owner, now)
  } finally {
    await Promise.all([web.destroy(), worker.destroy()])
  }
}

const newsMs = 20 * 3_600_000

/** Nobody is told today what happened weeks ago; yesterday's news goes out, so that /dev/outbox has something to show. */
async function forgetOldNews(owner: Db, now: Date) {
  const before = new Date(now.getTime() - newsMs)
  await owner.deleteFrom('casework.outbox').where('at', '<', before).execute()
}
