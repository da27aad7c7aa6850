import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { aReport } from '../../testing/a-report.ts'
import { keysForWeb, readKeys } from '../installation-keys.ts'
import { checkKeys } from './check-keys.ts'
import { readKeyFiles } from './key-file.ts'
import { destroyKeys, openKeyRing } from './key-ring.ts'
import { leaves } from './make-keeper.ts'
import { sealPair } from './seal-pair.ts'

const db = await testDatabase()
const home = mkdtempSync(join(tmpdir(), 'lapor-key-command-'))
const dataDir = join(home, 'data')
const vault = join(home, 'vault')
const keysCommand = join(home, 'key-command')
const place = { dataDir, keysCommand }
mkdirSync(vault)
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** As small as a key command can be; with `more` said before it does anything. */
function install(more = '') {
  const script = `#!/bin/sh
set -e
cd ${vault}
${more}
case "$1" in
  list) ls ;;
  read) cat "$2" ;;
  write) cat > "$2.new"; sync "$2.new"; mv "$2.new" "$2" ;;
  forget) rm "$2" ;;
esac
`
  writeFileSync(keysCommand, script)
  chmodSync(keysCommand, 0o700)
}
beforeEach(() => install())

const inFolder = () => readdirSync(join(dataDir, 'keys'))

test('the master keys are made, kept and found again behind the command, and none is in the data folder', async () => {
  await checkKeys(db.owner, place)
  expect(readdirSync(vault)).toEqual(expect.arrayContaining(['index', 'report', 'reports.1', 'seal']))
  expect(inFolder()).toEqual([])
  expect(keysForWeb(place)).toEqual(keysForWeb(place))
  expect(Buffer.from(sealPair(place).privateKey)).toHaveLength(32)
  const made = await aReport(db, {
    confidential: true,
    text: 'Rahasia di brankas.',
    keys: readKeys(keysForWeb(place), place),
  })
  const { text } = await db.owner
    .selectFrom('casework.content')
    .select('text')
    .where('report_id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(readKeys(keysForWeb(place), place).keeper.open(made.id, text)).toBe('Rahasia di brankas.')
  await checkKeys(db.owner, place)
})

test('a destroyed key is written through the command, and a process that already runs notices it', async () => {
  const ring = openKeyRing(place)
  const leaf = leaves.words('0198a000-0000-4000-8000-000000000001')
  expect(ring.key(1, leaf)).toBeDefined()
  const before = readFileSync(join(vault, 'reports.1'), 'utf8')
  await destroyKeys(place, [leaf])
  expect(readFileSync(join(vault, 'reports.1'), 'utf8')).not.toBe(before)
  const deadline = Date.now() + 5_000
  await expect.poll(() => ring.key(1, leaf), { timeout: deadline - Date.now() }).toBeUndefined()
  expect(inFolder()).toEqual([])
})

test('a key is gone only when the command says so: until then its destruction has failed', async () => {
  install('if [ "$1" = write ]; then cat > /dev/null; exit 7; fi')
  const leaf = leaves.words('0198a000-0000-4000-8000-000000000002')
  await expect(destroyKeys(place, [leaf])).rejects.toThrow('"write reports.1" (exit code 7)')
  install()
  expect(readKeyFiles(place).size).toBe(1)
  expect(openKeyRing(place).key(1, leaf)).toBeDefined()
})

test('a command that fails, or is not there, is said in both languages, and no key is made', async () => {
  install('exit 3')
  const before = readdirSync(vault)
  await expect(checkKeys(db.owner, place)).rejects.toThrow(
    /The key command .* failed at "list" \(exit code 3\)\. [^]*Perintah kunci .* gagal pada "list"/,
  )
  rmSync(keysCommand)
  await expect(checkKeys(db.owner, place)).rejects.toThrow(/ENOENT/)
  expect(readdirSync(vault)).toEqual(before)
})

test('a key that the command has lost stops the start', async () => {
  const seal = readFileSync(join(vault, 'seal'))
  rmSync(join(vault, 'seal'))
  await expect(checkKeys(db.owner, place)).rejects.toThrow(/The key seal of .* is missing; .*No new key was made/)
  expect(existsSync(join(vault, 'seal'))).toBe(false)
  writeFileSync(join(vault, 'seal'), seal)
  await expect(checkKeys(db.owner, place)).resolves.toBeUndefined()
})
