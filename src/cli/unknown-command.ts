import type { Command } from 'commander'

/** commander answers `lapor nonsense --help` with the general help and success; an unknown name is a mistake all the same. */
export function refuseUnknownCommand(program: Command, words: readonly string[]) {
  let at = program
  for (const word of words) {
    if (word.startsWith('-') || at.commands.length === 0 || word === 'help') return
    const named = at.commands.find((command) => command.name() === word)
    if (!named) at.error(`error: unknown command '${word}'`)
    else at = named
  }
}
