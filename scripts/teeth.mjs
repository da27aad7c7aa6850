import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaks } from './teeth/leaks.mjs'

// `npm run teeth [pattern of names]`: plants each leak of teeth/leaks.mjs alone in a copy of the house and demands that the test
// named for it fails there. Two at a time; TEETH_AT_ONCE says otherwise. Not zero when a leak was not caught.

const root = join(import.meta.dirname, '..')
const { findNode } = createRequire(import.meta.url)('../bin/prepare.js')
const atOnce = Number(process.env.TEETH_AT_ONCE ?? 2)
const wanted = new RegExp(process.argv[2] ?? '', 'i')
const patienceMs = 420_000
const parts = [
  'src',
  'migrations',
  'seeds',
  'scripts',
  'bin',
  'e2e',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
]

const begun = Date.now()
const queue = leaks.filter(({ name }) => wanted.test(name))
const planned = queue.length
const escaped = []
await Promise.all(Array.from({ length: atOnce }, work))
const caught = planned - escaped.length
process.stdout.write(`\n${escaped.map((line) => `not caught: ${line}\n`).join('')}`)
process.stdout.write(`${caught} of ${planned} leaks caught, in ${Math.round((Date.now() - begun) / 1000)} s\n`)
process.exitCode = caught === planned && planned > 0 ? 0 : 1

async function work() {
  for (let leak = queue.shift(); leak; leak = queue.shift()) {
    const started = Date.now()
    const verdict = await plant(leak)
    const seconds = Math.round((Date.now() - started) / 1000)
    if (verdict !== 'caught') escaped.push(`${leak.name} (${verdict})`)
    process.stdout.write(
      `${verdict === 'caught' ? 'caught ' : 'ESCAPED'} ${leak.name}${verdict === 'caught' ? '' : `: ${verdict}`} (${seconds} s)\n`,
    )
  }
}

/** @returns 'caught', or why not */
async function plant({ file, find, replace, caughtBy: [test, title, env = {}] }) {
  const house = mkdtempSync(join(tmpdir(), 'lapor-teeth-'))
  try {
    for (const part of parts) cpSync(join(root, part), join(house, part), { recursive: true })
    mkdirSync(join(house, 'node_modules'), { recursive: true })
    rmSync(join(house, 'node_modules'), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
    const text = readFileSync(join(house, file), 'utf8')
    if (text.split(find).length !== 2) return `its place in ${file} is found ${text.split(find).length - 1} times`
    writeFileSync(
      join(house, file),
      text.replace(find, () => replace),
    )
    return await run(house, test, title, env)
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

function run(house, test, title, env) {
  const report = join(house, 'report.json')
  const vitest = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    test,
    '-t',
    title,
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const child = spawn(findNode(root), vitest, { cwd: house, env: { ...process.env, ...env }, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGTERM'), patienceMs)
  return new Promise((resolve) =>
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(judge(report, title))
    }),
  )
}

/** The test must have run and failed: a house that does not even stand proves nothing. */
function judge(report, title) {
  let files
  try {
    files = JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return 'its test did not finish'
  }
  const results = files.flatMap(({ assertionResults }) => assertionResults)
  const named = results.filter(
    ({ fullName, status }) => fullName.includes(title) && status !== 'skipped' && status !== 'pending',
  )
  if (named.length === 0) return `its test did not run: ${files.map(({ message }) => message.slice(0, 300)).join(' ')}`
  const failed = named.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return 'its test passed'
  const says = failed.flatMap(({ failureMessages }) => failureMessages)
  return says.every((line) => line.includes('timed out')) ? 'its test ran out of time' : 'caught'
}
