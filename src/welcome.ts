import type { SignIns } from '../seeds/seed.ts'
import type { Config } from './platform/config.ts'

/** What the person in front of the terminal reads when everything runs. */
export function welcome({ baseUrl, clockOffset }: Config, signIns: SignIns | undefined): string {
  const lines = [
    '',
    `LAPOR! runs at   ${baseUrl}`,
    `Console          ${baseUrl}/kelola`,
    `API              ${baseUrl}/api`,
  ]
  if (clockOffset) lines.push(`Clock            moved by ${clockOffset}`)
  if (signIns) {
    lines.push(
      `Outbox           ${baseUrl}/dev/outbox`,
      '',
      `Sign in at ${baseUrl}/masuk, password ${signIns.password}`,
    )
    const longest = Math.max(...signIns.people.map(({ email }) => email.length))
    for (const { email, who } of signIns.people) lines.push(`  ${email.padEnd(longest)}  ${who}`)
  }
  return `${[...lines, '', 'Ctrl-C stops it.', ''].join('\n')}\n`
}
