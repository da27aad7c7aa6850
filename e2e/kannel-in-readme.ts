import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'

/** One group of Kannel's configuration: names and values as they are written. */
export type Group = Record<string, string | number>

/** What README.md tells an operator to write into Kannel's configuration, so that what is tested is what is told. */
export function kannelInReadme(): Group[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const block = /```\n(group = core\n[^`]*)```/.exec(readme)?.[1]
  if (!block) throw new Error('README.md says no configuration of Kannel')
  return block
    .trim()
    .split('\n\n')
    .map((lines) => Object.fromEntries(lines.split('\n').map(nameAndValue)))
}

function nameAndValue(line: string): [string, string] {
  const at = line.indexOf(' = ')
  return [line.slice(0, at), line.slice(at + 3)]
}
