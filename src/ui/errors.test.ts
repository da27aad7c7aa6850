import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { makeLog } from '../platform/log.ts'
import { answerFailure, answerNotFound } from './errors.tsx'
import { pathWithoutLocale } from './locale.ts'

const log = makeLog({ logLevel: 'silent' }, 'test')
const app = new Hono({ getPath: pathWithoutLocale })
  .get('/rusak', () => {
    throw new Error('the password is 1234')
  })
  .get('/api/v1/rusak', () => {
    throw new Error('the password is 1234')
  })
app.notFound(answerNotFound)
app.onError(answerFailure(log))

test('what is not there is the same page everywhere, and a problem for programs', async () => {
  const pages = await Promise.all(['/a', '/b/c?d=e'].map(async (path) => (await app.request(path)).text()))
  expect(pages[0]).toBe(pages[1])
  expect(await (await app.request('/en/a')).text()).toContain('Page not found')
  expect(await (await app.request('/api/v1/a')).json()).toMatchObject({ status: 404, code: 'not_found' })
})

test('a failure of ours gives a number to mention and tells nothing else', async () => {
  const page = await app.request('/rusak')
  const text = await page.text()
  expect([page.status, page.headers.get('cache-control')]).toEqual([500, 'no-store'])
  expect(text).toMatch(/[0-9A-F]{12}/)
  expect(text).not.toContain('1234')
  const problem = await (await app.request('/api/v1/rusak')).json()
  expect(problem).toMatchObject({ status: 500, code: 'failed', reference: expect.any(String) })
})
