import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * The README's pictures, taken from a running demonstration: `npm start`, then
 * `node_modules/.bin/node scripts/screenshots.ts [http://localhost:3000]`. Invented people only.
 */
const base = process.argv[2] ?? 'http://localhost:3000'
const folder = join(import.meta.dirname, '..', 'docs')
const executablePath = process.env.LAPOR_CHROMIUM ?? '/usr/bin/chromium'

const latest = (await (await fetch(`${base}/api/v1/reports?status=closed&limit=20`)).json()) as {
  items: { id: string }[]
}
const report = latest.items[0]?.id
const pages = [
  { name: 'screenshot-home', path: '/', width: 1280, height: 860 },
  { name: 'screenshot-report', path: `/laporan/${report}`, width: 1280, height: 860 },
  { name: 'screenshot-phone', path: '/lapor', width: 390, height: 844 },
]

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
try {
  for (const { name, path, width, height } of pages) {
    const page = await browser.newPage({ viewport: { width, height } })
    await page.goto(base + path)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
  }
} finally {
  await browser.close()
}
