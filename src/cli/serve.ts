import type { Command } from 'commander'
import { serve } from '../main.ts'
import { readConfig } from '../platform/config.ts'

export function addServe(program: Command) {
  program
    .command('serve')
    .description('run web, API and worker (and the embedded database) until Ctrl-C')
    .action(() => serve(readConfig(process.env)))
}
