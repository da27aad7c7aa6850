import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { root } from '../src/platform/root.ts'
import { buildAssets } from '../src/ui/build-assets.ts'

// Bundles our own code for Node 24 and for the browser into dist/. bin/lapor calls it, under a lock, when a source is
// newer; the argument is the signature of the sources. Everything is made aside and moved: a running server never sees half.

/** Packages stay outside the bundles, and a bundle that uses nothing of one does not load it. */
const packages: Plugin = {
  name: 'packages',
  setup(building) {
    building.onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path, external: true, sideEffects: false },
    )
  },
}

const dist = join(root, 'dist')
const aside = join(root, `dist.new-${process.pid}`)

try {
  const started = performance.now()
  mkdirSync(join(aside, 'assets'), { recursive: true })
  await build({
    entryPoints: {
      cli: 'src/cli/main.ts',
      web: 'src/web.ts',
      worker: 'src/worker.ts',
      sms: 'src/sms.ts',
      'bench-limit': 'src/bench/limit-server.ts',
    },
    absWorkingDir: root,
    outdir: aside,
    bundle: true,
    plugins: [packages],
    platform: 'node',
    target: 'node24',
    format: 'esm',
    logLevel: 'warning',
  })
  for (const { file, bytes } of buildAssets(join(root, 'src', 'ui'))) writeFileSync(join(aside, 'assets', file), bytes)
  publish(process.argv[2] ?? 'by hand')
  console.error(`Built in ${Math.round(performance.now() - started)} ms.`)
} catch (error) {
  // esbuild has already said what and where.
  if (!(error instanceof Error && 'errors' in error)) throw error
  process.exitCode = 1
} finally {
  rmSync(aside, { recursive: true, force: true })
}

/** The stamp goes last: whoever sees it sees the files it speaks of. */
function publish(signature: string) {
  mkdirSync(dist, { recursive: true })
  rmSync(join(dist, 'assets'), { recursive: true, force: true })
  for (const name of readdirSync(aside)) renameSync(join(aside, name), join(dist, name))
  writeFileSync(join(dist, 'built-from.new'), signature)
  renameSync(join(dist, 'built-from.new'), join(dist, 'built-from'))
}
