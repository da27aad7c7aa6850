import { existsSync } from 'node:fs'
import { aptInstall } from './apt.mjs'

/** The text browsers and the terminal to drive them; without them their test says so and is skipped. */
export function installTextBrowsers() {
  const missing = ['lynx', 'w3m', 'tmux'].filter((name) => !existsSync(`/usr/bin/${name}`))
  if (missing.length > 0) aptInstall(missing, 'the text browser tests')
}
