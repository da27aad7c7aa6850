import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** How people see a page: every page is checked in each of these. 640 px at scale 2 is 1280 px magnified to 200 %. */
export const axeStates = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light', hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  magnified: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  forced: { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
} as const satisfies Record<string, BrowserContextOptions>

export type AxeState = keyof typeof axeStates

/** Open `address` in each state and gather what is wrong: axe violations, and pages wider than their window. */
export async function axeProblems(browser: Browser, address: string): Promise<string[]> {
  const problems: string[] = []
  for (const [state, options] of Object.entries(axeStates)) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(address)
    problems.push(...(await problemsOf(page)).map((problem) => `${state}: ${problem}`))
    await context.close()
  }
  return problems
}

/** What is wrong with the page as it stands, one line each. */
export async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return spill > 0 ? [...found, `wider than the window by ${spill} px`] : found
}
