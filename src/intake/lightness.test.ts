import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { browse, hiddenIn } from './testing/browse.ts'

const db = await testDatabase()
const { app, get, post } = browse(db, testDeps(db))

/** Bytes over the wire, compressed as the plainest server would. */
const weight = (body: string | Uint8Array) => gzipSync(body, { level: 6 }).length

/** What a page makes a browser fetch besides itself. */
async function assetsOf(html: string, kind: 'css' | 'js') {
  const paths = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
  const wanted = paths.filter((path) => path.endsWith(`.${kind}`))
  const bodies = await Promise.all(wanted.map(async (path) => (await app.request(`http://lapor.test${path}`)).bytes()))
  return bodies.reduce((sum, body) => sum + weight(body), 0)
}

test('the form with its styles is at most 14 kB, the whole way to the receipt at most 60 kB, scripts 30 kB', async () => {
  const form = await (await get('/lapor')).text()
  const filled = {
    ...hiddenIn(form),
    cerita: 'Lampu jalan di depan Puskesmas Oebobo mati sejak dua minggu lalu. '.repeat(10),
  }
  const check = await (await post('/lapor', filled)).text()
  const sent = await post('/lapor', { ...hiddenIn(check), langkah: 'kirim' })
  const receipt = await (await get(sent.headers.get('location') ?? '')).text()
  const styles = await assetsOf(form, 'css')
  const scripts = (await assetsOf(form, 'js')) + (await assetsOf(receipt, 'js'))
  expect(weight(form) + styles).toBeLessThanOrEqual(14_000)
  expect(weight(form) + weight(check) + weight(receipt) + styles + scripts).toBeLessThanOrEqual(60_000)
  expect(scripts).toBeLessThanOrEqual(30_000)
})

test('the way to the receipt asks for one field and presses two buttons', async () => {
  const form = await (await get('/lapor')).text()
  expect(form.match(/ required(=|\s|>)/g)).toHaveLength(1)
  expect(form.match(/<button[^>]*class="button main"/g)).toHaveLength(1)
})
