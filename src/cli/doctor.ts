import type { Command } from 'commander'

export function addDoctor(program: Command) {
  program
    .command('doctor')
    .description('look at this installation and say what is not as it should be')
    .action(() => {})
}
