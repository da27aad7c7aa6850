import { resolve } from 'node:path'
import type { Command } from 'commander'
import { picturesAway } from '../report/pictures-away.ts'
import { backUp } from './backup/back-up.ts'
import { withInstallation } from './with-installation.ts'

export function addBackup(program: Command) {
  program
    .command('backup')
    .argument('<folder>', 'a new folder for tables and uploads')
    .description('write everything but the keys into a folder, beside a running server')
    .action((folder: string) =>
      withInstallation(async ({ config, connections, owner, now }) => {
        const source = { ownerUrl: connections.owner, dataDir: config.dataDir, keysCommand: config.keysCommand }
        const progress = (name: string, rows: number) => process.stderr.write(`${name}: ${rows}\n`)
        const { rows } = await backUp(source, resolve(folder), now(), progress)
        const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
        process.stderr.write(
          `The keys are not in it. Keep a copy of ${config.dataDir}/keys${config.keysCommand ? `, and of what ${config.keysCommand} keeps,` : ''} somewhere else.\n`,
        )
        process.stdout.write(`${total} rows in ${resolve(folder)}\n`)
        const { said } = await picturesAway(owner, config.dataDir)
        if (said) process.stdout.write(`${said}; they are not in this backup\n`)
      }),
    )
}
