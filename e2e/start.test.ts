import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { isReady, lapor, startProduct } from './product.ts'

const product = await startProduct()
const browser = await launchBrowser()

afterAll(async () => {
  await browser.close()
  await product.stop()
})

test('one command starts the country and says where to find it', async () => {
  // Said once the worker is ready as well; the page may answer before.
  await expect.poll(product.output).toContain(`LAPOR! runs at`)
  expect(product.output()).toContain('verifikator@demo.lapor')
})

test('the first page opens without scripts and asks nobody else for anything', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const answer = await page.goto(product.url)
  expect(answer?.status()).toBe(200)
  expect(await page.locator('h1').count()).toBe(1)
  expect(asked.filter((url) => !url.startsWith(product.url))).toEqual([])
  await context.close()
})

test('a command works beside the running server and does not take its database away', async () => {
  const migrated = await lapor(product.dataDir, 'migrate')
  expect(migrated).toMatchObject({ code: 0, stdout: '0 applied\n' })
  expect((await fetch(`${product.url}/readyz`)).status).toBe(200)
})

test('after the database is killed the product is ready again by itself; how soon is printed, not judged', async () => {
  const postmaster = readFileSync(join(product.dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]
  process.kill(Number(postmaster), 'SIGKILL')
  await expect
    .poll(async () => (await fetch(`${product.url}/readyz`)).status, { timeout: 60_000, interval: 20 })
    .toBe(503)
  const begun = performance.now()
  expect(await isReady(product.url, product.process)).toBe(true)
  process.stdout.write(
    `ready again in ${((performance.now() - begun) / 1000).toFixed(1)} s (bar: 5 s on a quiet machine)\n`,
  )
})

test('wrong settings are told in one list, without repeating what may be a password', async () => {
  process.env.DATABASE_URL = 'mysql://root:sangat-rahasia@localhost/x'
  const told = await lapor(product.dataDir, 'serve')
  delete process.env.DATABASE_URL
  expect(told.code).toBe(1)
  expect(told.stderr).toContain('DATABASE_URL is not an address of the right kind')
  expect(told.stderr).not.toContain('sangat-rahasia')
})
