import { resolve } from 'node:path'
import type { Command } from 'commander'
import { makeClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openInstallation } from '../platform/installation.ts'
import { restore } from './backup/restore.ts'
import { sayLetIn, sayRaised } from './backup/say-raised.ts'

export function addRestore(program: Command) {
  program
    .command('restore')
    .argument('<folder>', 'a folder that "backup" wrote')
    .description('fill an empty installation from a backup; put its keys folder in place first')
    .action(async (folder: string) => {
      const config = readConfig(process.env)
      const installation = await openInstallation(config)
      const { connections, passwordOf } = installation
      try {
        const target = {
          ownerUrl: connections.owner,
          passwordOf,
          now: makeClock(config)(),
          dataDir: config.dataDir,
          keysCommand: config.keysCommand,
        }
        const progress = (name: string, rows: number) => process.stderr.write(`${name}: ${rows}\n`)
        const { rows, takenAt, raised, letIn } = await restore(target, resolve(folder), progress)
        const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
        process.stdout.write(`${total} rows as of ${takenAt}\n${sayRaised(raised)}${sayLetIn(letIn)}`)
      } finally {
        await installation.release()
      }
    })
}
