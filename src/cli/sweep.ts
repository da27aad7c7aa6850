import { join } from 'node:path'
import type { Command } from 'commander'
import { makeDirectory } from '../agencies/directory.ts'
import { makeHead } from '../audit/make-head.ts'
import { signingKey } from '../audit/signing-key.ts'
import { width } from '../oversight/each-due.ts'
import { sweep, sweepKinds } from '../oversight/sweep.ts'
import { makeDb } from '../platform/db.ts'
import { makeRules } from '../report/rules.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'
import { withInstallation } from './with-installation.ts'

export function addSweep(program: Command) {
  program
    .command('sweep')
    .description(
      "do what is due now (lapses, holds, escalation, moved holidays, tidying, the day's head) and print what was done",
    )
    .action(() =>
      withInstallation(async ({ config, connections, now, log }) => {
        const db = makeDb(connections.worker, { max: width + 2, log, name: 'lapor sweep' })
        try {
          const uploadsDir = join(config.dataDir, 'uploads')
          const deps = {
            db,
            log,
            now,
            rules: makeRules(db, keeperOf(config)),
            directory: makeDirectory(db),
            uploadsDir,
          }
          const done = await sweep(deps)
          const head = await makeHead({ db, now, headKey: signingKey(config) })
          process.stdout.write(
            `${sweepKinds.map((kind) => `${done[kind]} ${kind}`).join(', ')}, ${head ? 1 : 0} heads\n`,
          )
        } finally {
          await db.destroy()
        }
      }),
    )
}
