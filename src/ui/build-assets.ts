import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { islandNames } from './islands/names.ts'

/** A file of the face: its plain name, the name it is served under (with a hash of its bytes), its type and bytes. */
export type BuiltAsset = { name: string; file: string; type: string; bytes: Uint8Array }

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

/**
 * Styles, islands and the icon, bundled and minified from the sources.
 * @param uiFolder absolute path of src/ui
 */
export function buildAssets(uiFolder: string): BuiltAsset[] {
  const styles = ['app', 'console'].map((name) => join(uiFolder, 'styles', `${name}.css`))
  const islands = islandNames.map((name) => join(uiFolder, 'islands', `${name}.ts`))
  const built = buildSync({
    entryPoints: [...styles, ...islands],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    entryNames: '[name]',
    format: 'esm',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
  })
  const files = built.outputFiles.map((file) => asset(file.path.replace(/^.*[/\\]/, ''), file.contents))
  return [...files, asset('icon.svg', readFileSync(join(uiFolder, 'styles', 'icon.svg')))]
}

function asset(name: string, bytes: Uint8Array): BuiltAsset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const [base = name, ending = ''] = name.split('.')
  return { name, file: `${base}.${hash}.${ending}`, type: types[ending as keyof typeof types], bytes }
}
