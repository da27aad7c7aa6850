import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { makeLog } from './log.ts'
import { supervise } from './supervise.ts'

const folder = mkdtempSync('/tmp/lapor-children-')
const log = makeLog({ logLevel: 'silent' }, 'test')
afterAll(() => rmSync(folder, { recursive: true }))

/** A child that runs `start` (with `settings` and `note` at hand) as web and worker do. */
function aChild(name: string, start: string): string {
  const file = join(folder, `${name}.ts`)
  const notes = join(folder, `${name}.notes`)
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs'
    import { runChild } from ${JSON.stringify(join(import.meta.dirname, 'child-process.ts'))}
    import { Explained } from ${JSON.stringify(join(import.meta.dirname, 'explained.ts'))}
    const note = (line) => appendFileSync(${JSON.stringify(notes)}, line + '\\n')
    const log = { error() {} }
    runChild(async (settings) => { ${start} }, () => log)
    setInterval(() => {}, 1000)`,
  )
  return file
}

const notesOf = (name: string) => {
  const file = join(folder, `${name}.notes`)
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

test('a child gets its settings over the channel, and no address of a database from the environment', async () => {
  process.env.DATABASE_URL = 'postgresql://owner:rahasia@localhost/lapor'
  const file = aChild(
    'told',
    `note(settings.door); note(String(process.env.DATABASE_URL)); return { async stop() { note('stopped') } }`,
  )
  const child = supervise('told', file, { door: 'the web role only' }, log)
  await child.ready
  await child.stop()
  delete process.env.DATABASE_URL
  expect(notesOf('told')).toEqual(['the web role only', 'undefined', 'stopped'])
})

test('a child that dies is started again', async () => {
  const file = aChild('mortal', `note(String(process.pid)); return { async stop() {} }`)
  const child = supervise('mortal', file, {}, log)
  await child.ready
  process.kill(Number(notesOf('mortal')[0]), 'SIGKILL')
  await expect.poll(() => notesOf('mortal').length, { timeout: 10_000 }).toBe(2)
  await child.stop()
  await pause(300)
  expect(notesOf('mortal')).toHaveLength(2)
})

test('a child that cannot start gives its reason, and is not tried for ever', async () => {
  const file = aChild('refused', `note('tried'); throw new Explained('Port 80 is taken.')`)
  const child = supervise('refused', file, {}, log)
  await expect(child.ready).rejects.toThrow('Port 80 is taken.')
  await child.stop()
  expect(notesOf('refused')).toEqual(['tried'])
})

test('a child ends by itself when its launcher is killed', async () => {
  const file = aChild('orphan', `note(String(process.pid)); return { async stop() { note('stopped') } }`)
  const launcher = join(folder, 'launcher.ts')
  writeFileSync(
    launcher,
    `import { supervise } from ${JSON.stringify(join(import.meta.dirname, 'supervise.ts'))}
    await supervise('orphan', ${JSON.stringify(file)}, {}, { error() {} }).ready
    process.kill(process.pid, 'SIGKILL')`,
  )
  expect(spawnSync(process.execPath, [launcher]).signal).toBe('SIGKILL')
  await expect.poll(() => notesOf('orphan'), { timeout: 10_000 }).toContain('stopped')
})
