'use strict'
// `npm run dev`: the product, started anew whenever a source, a seed or a migration is saved.
const { spawn } = require('node:child_process')
const { existsSync, watch } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
let child
let stopping = false
let saved

function start() {
  child = spawn(process.execPath, [join(__dirname, 'lapor'), 'serve'], { cwd: process.cwd(), stdio: 'inherit' })
  const own = child
  own.on('exit', () => {
    if (stopping) process.exit()
    if (own === child) child = undefined
  })
}

/** A few quiet moments first: editors and git save many files at once. */
function restartSoon() {
  clearTimeout(saved)
  saved = setTimeout(() => {
    if (!child) return start()
    const old = child
    old.once('exit', start)
    old.kill('SIGTERM')
  }, 150)
}

for (const folder of ['src', 'seeds', 'migrations'])
  if (existsSync(join(root, folder))) watch(join(root, folder), { recursive: true }, restartSoon)

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping = true
    if (child) child.kill('SIGTERM')
    else process.exit()
  })

start()
