import { Command } from 'commander'
import { vi } from 'vitest'

/**
 * Runs one command of `bin/lapor` in this process.
 * @param settings what the environment says while it runs
 * @returns what it wrote to standard output
 * @throws what the command throws
 */
export async function runLapor(
  add: (program: Command) => void,
  settings: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<string> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const print = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const aside = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const program = new Command('lapor')
  add(program)
  try {
    await program.parseAsync(words, { from: 'user' })
    return print.mock.calls.map(([said]) => String(said)).join('')
  } finally {
    print.mockRestore()
    aside.mockRestore()
    vi.unstubAllEnvs()
  }
}
