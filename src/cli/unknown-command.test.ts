import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addToken } from './token.ts'
import { refuseUnknownCommand } from './unknown-command.ts'

function look(words: string) {
  const program = new Command('lapor').exitOverride().configureOutput({ writeErr: () => {} })
  addToken(program)
  for (const command of program.commands) command.copyInheritedSettings(program)
  refuseUnknownCommand(program, words.split(' '))
}

test.each(['nonsense', 'nonsense --help', 'token nonsense --help'])('lapor %s is a mistake', (words) => {
  expect(() => look(words)).toThrow("unknown command 'nonsense'")
})

test.each(['--help', 'help token', 'token --help', 'token revoke anything'])('lapor %s is none', (words) => {
  expect(() => look(words)).not.toThrow()
})
