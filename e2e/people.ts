import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { demoPassword } from '../seeds/demo/people.ts'

export type Someone = { context: BrowserContext; page: Page }

/** Someone at a browser of their own, scripts off unless asked for. */
export async function someone(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Someone> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: url, ...options })
  context.setDefaultTimeout(30_000)
  return { context, page: await context.newPage() }
}

/** Someone of the demonstration, signed in as a person signs in. `login` is what stands before the @. */
export async function signedIn(
  browser: Browser,
  url: string,
  login: string,
  options?: BrowserContextOptions,
): Promise<Someone> {
  const person = await someone(browser, url, options)
  await signIn(person.page, login)
  return person
}

export async function signIn(page: Page, login: string) {
  await page.goto('/masuk')
  await page.getByLabel('Alamat surel (e-mail)').fill(`${login}@demo.lapor`)
  await page.getByLabel('Kata sandi').fill(demoPassword)
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click()
}
