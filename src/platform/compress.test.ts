import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { compressTexts } from './compress.ts'

const long = 'Jalan berlubang di Oebobo. '.repeat(100)

const app = new Hono()
  .use(compressTexts((c) => c.req.header('cookie') !== undefined))
  .get('/page', (c) => c.html(long, 200, { etag: 'W/"1"' }))
  .get('/short', (c) => c.html('Belum ada.'))
  .get('/missing', (c) => c.json({ code: 'not_found', detail: long }, 404))
  .get('/photo', (c) => c.body(long, 200, { 'content-type': 'image/jpeg' }))
  .get('/kept', (c) => c.body(null, 304))

const ask = (path: string, headers: Record<string, string> = { 'accept-encoding': 'gzip, br' }) =>
  app.request(path, { headers })

test('a page goes out compressed, whole, with its own status and headers', async () => {
  const answer = await ask('/page')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('vary')).toBe('accept-encoding')
  expect(answer.headers.get('etag')).toBe('W/"1"')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.length).toBeLessThan(long.length / 5)
  expect(gunzipSync(bytes).toString()).toBe(long)
  const missing = await ask('/missing')
  expect([missing.status, missing.headers.get('content-encoding')]).toEqual([404, 'gzip'])
})

test('whoever cannot take it gets the page as it is', async () => {
  const answer = await ask('/page', {})
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(answer.headers.get('vary')).toBe('accept-encoding')
  expect(await answer.text()).toBe(long)
})

test('short answers, pictures, empty answers and what must not tell its length stay as they are', async () => {
  const cookie = { cookie: 'lapor_sesi=1', 'accept-encoding': 'gzip' }
  for (const answer of [await ask('/short'), await ask('/photo'), await ask('/kept'), await ask('/page', cookie)])
    expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await (await ask('/short')).text()).toBe('Belum ada.')
})
