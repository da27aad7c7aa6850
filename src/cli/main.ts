import { Command } from 'commander'
import { Explained } from '../platform/explained.ts'
import { addAudit } from './audit.ts'
import { addBackup } from './backup.ts'
import { addBench } from './bench.ts'
import { addDoctor } from './doctor.ts'
import { addExport } from './export.ts'
import { addGateway } from './gateway.ts'
import { addImport } from './import.ts'
import { addKeys } from './keys.ts'
import { addMailbox } from './mailbox.ts'
import { addMessages } from './messages.ts'
import { addMigrate } from './migrate.ts'
import { addRestore } from './restore.ts'
import { addSeed } from './seed.ts'
import { addServe } from './serve.ts'
import { addStaff } from './staff.ts'
import { addSweep } from './sweep.ts'
import { addToken } from './token.ts'
import { addX } from './x.ts'
import { refuseUnknownCommand } from './unknown-command.ts'

const program = new Command('lapor')
  .description('LAPOR!, the national complaint and aspiration platform, on the command line.')
  .showHelpAfterError('(lapor --help lists the commands)')

for (const add of [
  addServe,
  addMigrate,
  addSeed,
  addImport,
  addExport,
  addKeys,
  addSweep,
  addDoctor,
  addAudit,
  addToken,
  addGateway,
  addMailbox,
  addMessages,
  addX,
  addStaff,
  addBackup,
  addRestore,
  addBench,
])
  add(program)

refuseUnknownCommand(program, process.argv.slice(2))

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${error instanceof Explained ? error.message : withCause(error as Error)}\n`)
  process.exitCode = 1
}

// The channel to bin/lapor would keep us alive, and so would a connection that somebody forgot.
if (process.connected) process.disconnect()
setTimeout(() => process.exit(), 2_000).unref()

function withCause({ stack, cause }: Error): string {
  return cause instanceof Error ? `${stack}\nbecause ${withCause(cause)}` : `${stack}`
}
