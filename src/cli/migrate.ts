import type { Command } from 'commander'
import { makeClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openInstallation } from '../platform/installation.ts'
import { migrate } from '../platform/migrate.ts'

export function addMigrate(program: Command) {
  program
    .command('migrate')
    .description('bring the database to the newest shape')
    .action(async () => {
      const config = readConfig(process.env)
      const { connections, passwordOf, release } = await openInstallation(config)
      try {
        const onApplied = (name: string) => process.stderr.write(`applied ${name}\n`)
        const now = makeClock(config)()
        const applied = await migrate({ ownerUrl: connections.owner, passwordOf, now, onApplied })
        process.stdout.write(`${applied} applied\n`)
      } finally {
        await release()
      }
    })
}
