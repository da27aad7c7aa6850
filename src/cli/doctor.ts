import type { Command } from 'commander'
import { makeClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openExisting } from '../platform/installation.ts'
import { findings } from './doctor/findings.ts'

export function addDoctor(program: Command) {
  program
    .command('doctor')
    .description('look at this installation and say what is not as it should be')
    .action(async () => {
      const config = readConfig(process.env)
      const installation = await openExisting(config)
      try {
        const found = await findings(installation.connections, config, makeClock(config)())
        for (const { name, good, said } of found)
          process.stdout.write(`${good ? 'good' : 'BAD '}  ${name.padEnd(10)}  ${said}\n`)
        if (found.some(({ good }) => !good)) process.exitCode = 1
      } finally {
        await installation.release()
      }
    })
}
