import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

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
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write('Installing Chromium for the browser tests …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...options) => spawnSync('apt-get', ['-qq', ...options], { env, stdio: ['ignore', 2, 2] })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
  return places.find(existsSync)
}
