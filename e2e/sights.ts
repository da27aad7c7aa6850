import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { axeStates, problemsOf } from './axe-states.ts'
import { signIn, someone } from './people.ts'

/** A page as somebody comes to see it: an address, or the way there. */
export type Sight = string | ((page: Page) => Promise<unknown>)

/**
 * Windows in every state, opened once and used for one sight after the other; scripts on, as axe needs them.
 * @param login who looks; nobody is signed in without
 */
export async function openWindows(browser: Browser, url: string, login?: string) {
  const storageState = login ? await sessionOf(browser, url, login) : undefined
  const windows = await Promise.all(
    Object.entries(axeStates).map(async ([name, state]) => {
      const options: BrowserContextOptions = { ...state, storageState, javaScriptEnabled: true }
      return { name, state, page: (await someone(browser, url, options)).page }
    }),
  )
  return {
    /** What is wrong with a sight, each line with its state. */
    async look(sight: Sight): Promise<string[]> {
      const problems = windows.map(async ({ name, state, page }) => {
        if (typeof sight === 'string') await page.goto(sight)
        else await sight(page)
        return (await problemsOf(page, state)).map((problem) => `${name}: ${problem}`)
      })
      return (await Promise.all(problems)).flat()
    },
  }
}

async function sessionOf(browser: Browser, url: string, login: string) {
  const { context, page } = await someone(browser, url)
  await signIn(page, login)
  const session = await context.storageState()
  await context.close()
  return session
}
