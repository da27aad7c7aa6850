import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The machine's own Chromium (see scripts/chromium.mjs), which asks nobody outside for anything. */
export async function launchBrowser(): Promise<Browser> {
  const places = [
    process.env.LAPOR_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const executablePath = places.find((place) => place && existsSync(place))
  return chromium.launch({ executablePath, args: [...flags, ...quiet] })
}
