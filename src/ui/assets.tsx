import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { root } from '../platform/root.ts'
import { type BuiltAsset, buildAssets } from './build-assets.ts'
import type { IslandName } from './islands/names.ts'

export type AssetName = 'app.css' | 'console.css' | 'icon.svg' | `${IslandName}.js`

type Served = BuiltAsset & { br?: Uint8Array; gzip?: Uint8Array }

let loaded: { byName: Map<string, Served>; byFile: Map<string, Served> } | undefined

/** The address of a file of the face: '/assets/app.1f2e3d4c5b.css'. It changes when the file does. */
export function assetUrl(name: AssetName): string {
  const found = assets().byName.get(name)
  if (!found) throw new Error(`No such asset: ${name}`)
  return `/assets/${found.file}`
}

/** Serves /assets/*; mount at '/'. Addresses carry a hash, so answers may be kept for ever. */
export const assetRoutes = new Hono().get('/assets/:file', (c) => {
  const found = assets().byFile.get(c.req.param('file'))
  if (!found) return c.notFound()
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = found.br && /\bbr\b/.test(accepted) ? 'br' : found.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null
  c.header('content-type', found.type)
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('vary', 'accept-encoding')
  if (encoding) c.header('content-encoding', encoding)
  return c.body(Buffer.from((encoding ? found[encoding] : undefined) ?? found.bytes))
})

function assets() {
  if (loaded) return loaded
  const all = findAssets().map(compress)
  loaded = { byName: new Map(all.map((a) => [a.name, a])), byFile: new Map(all.map((a) => [a.file, a])) }
  return loaded
}

/** From dist/assets when this code runs from dist, else built from the sources. */
function findAssets(): BuiltAsset[] {
  const here = import.meta.dirname
  const ready = join(root, 'dist', 'assets')
  if (`${here}${sep}`.startsWith(join(root, 'dist') + sep) && existsSync(ready)) return readAssets(ready)
  return buildAssets(join(root, 'src', 'ui'))
}

function readAssets(folder: string): BuiltAsset[] {
  const types: Record<string, string> = {
    css: 'text/css; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    svg: 'image/svg+xml',
  }
  return readdirSync(folder).map((file) => {
    const [base = file, , ending = ''] = file.split('.')
    return {
      name: `${base}.${ending}`,
      file,
      type: types[ending] ?? 'application/octet-stream',
      bytes: readFileSync(join(folder, file)),
    }
  })
}

function compress(plain: BuiltAsset): Served {
  return { ...plain, br: brotliCompressSync(plain.bytes), gzip: gzipSync(plain.bytes, { level: 9 }) }
}
