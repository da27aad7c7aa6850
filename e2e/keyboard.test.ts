import { afterAll, expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { signedIn, someone } from './people.ts'

// Whoever cannot use a mouse or a finger files, tracks and answers as everyone does.

const { url } = inject('product')
const browser = await launchBrowser()
afterAll(() => browser.close())

/** Goes on with Tab until the element has the focus, seeing at every stop where one is. */
async function tabTo(page: Page, target: string, most = 60) {
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    const ring = await focused.evaluate((element) => {
      const shown = element.closest('.choice') ?? element
      const { outlineStyle, outlineWidth } = getComputedStyle(shown)
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
    })
    expect(ring, `the focus is seen at ${await focused.evaluate((element) => element.outerHTML.slice(0, 80))}`).toBe(3)
    if (await focused.evaluate((element, wanted) => element.matches(wanted), target)) return
  }
  throw new Error(`Tab does not reach ${target}`)
}

/** Presses what has the focus and waits for the page that comes. */
async function pressAndGo(page: Page, key: 'Enter' | 'Space') {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

test('the first stop of every page leads past what is the same on all of them', async () => {
  const { page } = await someone(browser, url)
  for (const address of ['/', '/lapor', '/laporan', '/lacak', '/masuk']) {
    await page.goto(address)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Langsung ke isi')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('isi')
  }
})

test('a report is filed, kept and opened again with keys alone', async () => {
  const { page } = await someone(browser, url)
  await page.goto('/')
  await tabTo(page, 'textarea[name=cerita]')
  await page.keyboard.type('Trotoar di depan pasar Oeba tertutup kios.')
  await tabTo(page, '.start button')
  await pressAndGo(page, 'Enter')
  await tabTo(page, '[name=terlihat]')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('[name=terlihat]:checked').getAttribute('value')).toBe('anonim')
  await tabTo(page, 'button[value=periksa]')
  await pressAndGo(page, 'Enter')
  await tabTo(page, 'button[value=kirim]')
  await pressAndGo(page, 'Space')
  expect(new URL(page.url()).pathname).toMatch(/^\/lapor\/tanda-terima\//)
  await tabTo(page, 'form[action="/lacak"] button')
  await pressAndGo(page, 'Enter')
  expect(await page.getByRole('main').innerText()).toContain('Trotoar di depan pasar Oeba')
})

test('an error leads to its field', async () => {
  const { page } = await someone(browser, url)
  await page.goto('/lapor')
  await tabTo(page, 'button[value=periksa]')
  await pressAndGo(page, 'Enter')
  await tabTo(page, '.error-summary a')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Sekarang ada isinya.')
  expect(await page.locator('[name=cerita]').inputValue()).toBe('Sekarang ada isinya.')
})

test('an officer answers with keys alone', async () => {
  const { page } = await signedIn(browser, url, 'koordinator.kupang')
  await page.goto('/kelola/antrian')
  await tabTo(page, '.desk-item')
  await pressAndGo(page, 'Enter')
  await tabTo(page, '.desk-actions summary')
  await page.keyboard.press('Enter')
  await tabTo(page, '.desk-actions textarea, .desk-actions select, .desk-actions input')
})
