import { existsSync } from 'node:fs'
import { aptInstall } from './apt.mjs'

const places = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
)

/** The machine's Chromium; as root on Debian it is installed when missing. Says one sentence when there is none. */
export function findChromium() {
  const given = process.env.LAPOR_CHROMIUM
  if (given) return given
  const found = places.find(existsSync) ?? installed()
  if (!found) process.stderr.write('The browser tests need Chromium: install it (Debian: apt-get install chromium).\n')
  return found
}

function installed() {
  aptInstall(['chromium', 'fonts-liberation'], 'the browser tests')
  return places.find(existsSync)
}
