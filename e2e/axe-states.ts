import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { smallTargets } from './targets.ts'

/** How people see a page. `text` enlarges letters alone; the root is 112.5 % to begin with. */
type State = {
  width: number
  height: number
  colorScheme?: 'light' | 'dark'
  forcedColors?: 'none' | 'active'
  text?: '200 %'
  targets?: boolean
}

/** Every page is checked in each of these. 640 px is 1280 px magnified to 200 %. */
const axeStates: Record<string, State> = {
  light: { width: 1280, height: 900 },
  phone: { width: 360, height: 740, targets: true },
  'narrow and dark': { width: 320, height: 640, colorScheme: 'dark' },
  'magnified and dark': { width: 640, height: 450, colorScheme: 'dark' },
  'large text': { width: 640, height: 900, text: '200 %' },
  'forced colours': { width: 1280, height: 900, forcedColors: 'active' },
}

/** What is wrong with the page that stands open, in one state after the other: one line each, its state in front. */
export async function problemsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: string[] = []
  for (const [name, state] of Object.entries(axeStates)) {
    await show(page, state)
    found.push(...(await problemsIn(page, state)).map((problem) => `${name}: ${problem}`))
  }
  return found
}

/** Nothing but its style and the window hears how a page is looked at, so it need not be fetched again. */
async function show(page: Page, { width, height, colorScheme = 'light', forcedColors = 'none', text }: State) {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme, forcedColors })
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), text ? '225%' : '')
}

async function problemsIn(page: Page, { targets }: State): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const wide = spill > 0 ? [`wider than the window by ${spill} px`] : []
  return [...violations, ...wide, ...(targets ? await smallTargets(page) : [])]
}
