import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { smallTargets } from './targets.ts'

/** How people see a page. `text` enlarges letters alone; the root is 112.5 % to begin with. */
type State = BrowserContextOptions & { text?: '200 %'; targets?: boolean }

/** Every page is checked in each of these. 640 px at scale 2 is 1280 px magnified to 200 %. */
export const axeStates = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light', hasTouch: true, targets: true },
  'narrow and dark': { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  'magnified and dark': { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, colorScheme: 'dark' },
  'large text': { viewport: { width: 640, height: 900 }, text: '200 %' },
  'forced colours': { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
} as const satisfies Record<string, State>

/** What is wrong with the page as it stands in this state, one line each. */
export async function problemsOf(page: Page, state: State): Promise<string[]> {
  if (state.text) await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'))
  // Without frames inside frames, axe needs no second page to gather what it found.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (spill > 0) found.push(`wider than the window by ${spill} px`)
  if (state.targets) found.push(...(await smallTargets(page)))
  return found
}
