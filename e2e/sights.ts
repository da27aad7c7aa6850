import type { Browser, Page } from 'playwright-core'
import { problemsOf } from './axe-states.ts'
import { signIn, someone } from './people.ts'

/** A page as somebody comes to see it: an address, or the way there. */
export type Sight = string | ((page: Page) => Promise<unknown>)

/**
 * A window for one sight after the other; scripts on, as axe needs them, and no colour on its way to another.
 * @param login who looks; nobody is signed in without
 */
export async function openWindow(browser: Browser, url: string, login?: string) {
  const { page } = await someone(browser, url, { javaScriptEnabled: true, reducedMotion: 'reduce' })
  if (login) await signIn(page, login)
  return {
    /** What is wrong with a sight, each line with the state it is wrong in. */
    async look(sight: Sight): Promise<string[]> {
      if (typeof sight === 'string') await page.goto(sight)
      else await sight(page)
      return problemsOf(page)
    },
  }
}
