import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { assetRoutes, assetUrl } from './assets.tsx'
import { islandNames } from './islands/names.ts'

test('the stylesheet is kept for ever under an address that changes with it', async () => {
  expect(assetUrl('app.css')).toMatch(/^\/assets\/app\.[0-9a-f]{10}\.css$/)
  const answer = await assetRoutes.request(assetUrl('app.css'))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
})

test('whoever takes it compressed gets it compressed', async () => {
  const br = await assetRoutes.request(assetUrl('app.css'), { headers: { 'accept-encoding': 'gzip, br' } })
  expect(br.headers.get('content-encoding')).toBe('br')
  const plain = await assetRoutes.request(assetUrl('app.css'))
  expect(plain.headers.get('content-encoding')).toBeNull()
})

test('an unknown address is not found', async () => {
  expect((await assetRoutes.request('/assets/app.0000000000.css')).status).toBe(404)
})

test('the stylesheet stays within 6 kB compressed, each island within 5 kB', async () => {
  expect(gzipSync(await bytesOf(assetUrl('app.css')), { level: 9 }).length).toBeLessThanOrEqual(6_000)
  for (const name of islandNames) expect((await bytesOf(assetUrl(`${name}.js`))).length).toBeLessThanOrEqual(5_000)
})

test('styles ask nobody else for anything', async () => {
  const css = Buffer.from(await bytesOf(assetUrl('app.css'))).toString()
  expect(css).not.toMatch(/url\(|@import|https?:/)
})

async function bytesOf(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await assetRoutes.request(address)).arrayBuffer())
}
