import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { installDovecot } from './dovecot.mjs'
import { installKannel } from './kannel.mjs'
import { installTextBrowsers } from './text-browsers.mjs'

// `npm test`: every check and test there is; `check`: what answers within a minute; `long`: the long proofs, all or
// those whose file is named behind it (docs/proofs.md).
// Runs under the system's Node, before anything is installed.

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const { findNode, install, isInstalled } = createRequire(import.meta.url)('../bin/prepare.js')
const kind = process.argv[2] ?? 'all'
const reports = mkdtempSync(join(tmpdir(), 'lapor-reports-'))
const failures = []
let passed = 0
let failed = 0

main()
rmSync(reports, { recursive: true, force: true })
process.stdout.write(`\n${failures.map((name) => `failed: ${name}\n`).join('')}${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function main() {
  if (!isInstalled(root, true)) install(root)
  const node = findNode(root)
  const tool = (name) => [node, join(root, 'node_modules', name)]
  const vitest = [...tool('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json']

  if (kind === 'long') return tests('long tests', [...vitest, '--mode', 'long', ...process.argv.slice(3)])
  check('formatting', [join(root, 'node_modules/.bin/biome'), 'format', '.'])
  check('types', [...tool('typescript/bin/tsc'), '--noEmit', '-p', '.'])
  check('lint', [...tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', 'src', 'seeds', 'scripts', 'e2e'])
  check('generated types', [node, join(root, 'scripts/types.ts'), '--check'])
  if (kind === 'check') return tests('tests', [...vitest, '--mode', 'quick'])
  installDovecot()
  tests('tests', vitest)
  const chromium = findChromium()
  if (!chromium) return count('browser', false)
  installTextBrowsers()
  installKannel()
  check('build and command line', [node, join(root, 'bin/lapor'), '--help'])
  tests('browser', [...vitest, '--mode', 'e2e'], { LAPOR_CHROMIUM: chromium })
}

/** One check counts as one test. */
function check(name, command) {
  const started = Date.now()
  const { status } = run(command)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(started)})\n`)
  count(name, status === 0)
}

/** Counts from the runner's own report; a run that left none, or failed without a failing test, is one failure. */
function tests(name, command, env = {}) {
  const started = Date.now()
  const file = join(reports, `${name}.json`)
  const { status } = run([...command, `--outputFile.json=${file}`], env)
  const report = readReport(file)
  passed += report?.numPassedTests ?? 0
  failed += report?.numFailedTests ?? 0
  if (status !== 0 && !report?.numFailedTests) failed += 1
  if (status !== 0) failures.push(name)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(started)})\n`)
}

function count(name, good) {
  if (good) passed += 1
  else failed += 1
  if (!good) failures.push(name)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function run([command, ...options], env = {}) {
  const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return spawnSync(command, options, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH, ...env },
  })
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}
