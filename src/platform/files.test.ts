import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFile, readKept, removeKept, sweepOrphans, writeFileDurably } from './files.ts'
import { randomId } from './uuid.ts'

let store: string

beforeEach(async () => {
  store = path.join(await mkdtemp(path.join(tmpdir(), 'lapor-files-')), 'uploads')
})

afterEach(async () => {
  await rm(path.dirname(store), { recursive: true, force: true })
})

async function names(): Promise<string[]> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

async function age(name: string, when: Date): Promise<void> {
  await utimes(path.join(store, name.slice(34, 36), name), when, when)
}

test('what is kept is read again, byte for byte', async () => {
  const id = randomId()
  await keepFile(store, id, Buffer.from('gambar'))
  await keepFile(store, `${id}.thumb`, Buffer.from('kecil'))
  const kept = await readKept(store, id)
  expect(kept?.toString()).toBe('gambar')
  expect(await readKept(store, `${id}.thumb`)).toHaveLength(5)
})

test('nobody but the owner may read a kept file', async () => {
  const id = randomId()
  await keepFile(store, id, Buffer.from('gambar'))
  const { mode } = await stat(path.join(store, id.slice(34), id))
  expect(mode & 0o077).toBe(0)
})

test('what was never kept, or was removed, is not there', async () => {
  const id = randomId()
  expect(await readKept(store, id)).toBeNull()
  await keepFile(store, id, Buffer.from('gambar'))
  await removeKept(store, id)
  await removeKept(store, id)
  expect(await readKept(store, id)).toBeNull()
})

test.each(['../rahasia', '/etc/passwd', '', 'a', `${randomId()}/x`, `${randomId()}.a/b`, `${randomId()}\0`])(
  'the name %j leads nowhere',
  async (name) => {
    await expect(keepFile(store, name, Buffer.from('x'))).rejects.toThrow()
    await expect(readKept(store, name)).rejects.toThrow()
  },
)

test('writing again replaces the file and leaves nothing half done', async () => {
  const file = path.join(store, 'deep', 'down', 'key')
  await writeFileDurably(file, Buffer.from('one'))
  await writeFileDurably(file, Buffer.from('two'))
  expect(await readFile(file, 'utf8')).toBe('two')
  expect(await names()).toEqual(['key'])
})

test('a file that cannot take its place leaves nothing behind', async () => {
  await writeFileDurably(path.join(store, 'folder', 'file'), Buffer.from('x'))
  await expect(writeFileDurably(path.join(store, 'folder'), Buffer.from('y'))).rejects.toThrow()
  expect(await names()).toEqual(['file'])
})

test('files that nobody knows are swept once they are old, with what belongs to them', async () => {
  const yesterday = new Date(Date.now() - 86_400_000)
  const [known, orphan, young] = [randomId(), randomId(), randomId()]
  for (const name of [known, `${known}.thumb`, orphan, `${orphan}.thumb`, young]) {
    await keepFile(store, name, Buffer.from('gambar'))
    if (!name.startsWith(young)) await age(name, yesterday)
  }
  const brokenOff = `.${randomId()}`
  await writeFile(path.join(store, orphan.slice(34), brokenOff), 'half')
  await utimes(path.join(store, orphan.slice(34), brokenOff), yesterday, yesterday)

  const hourAgo = new Date(Date.now() - 3_600_000)
  const swept = await sweepOrphans(store, async (ids) => new Set(ids.filter((id) => id === known)), hourAgo)

  expect(swept).toBe(3)
  expect((await names()).toSorted()).toEqual([known, `${known}.thumb`, young].toSorted())
})

test('no file or folder of the store tells the minute in which something was kept or taken away', async () => {
  const [one, other] = [randomId(), randomId()]
  await keepFile(store, one, Buffer.from('gambar'))
  await keepFile(store, `${one}.thumb`, Buffer.from('kecil'))
  await keepFile(store, other, Buffer.from('gambar'))
  await removeKept(store, other)
  const entries = ['', ...(await readdir(store, { recursive: true }))]
  expect(entries.length).toBeGreaterThan(3)
  for (const entry of entries) expect((await stat(path.join(store, entry))).mtimeMs % 3_600_000, entry).toBe(0)
})

test('the time of a file from before that was so is rounded by the sweep', async () => {
  const id = randomId()
  await keepFile(store, id, Buffer.from('gambar'))
  await age(id, new Date('2026-01-14T01:23:45Z'))
  await sweepOrphans(store, async (ids) => new Set(ids), new Date())
  expect((await stat(path.join(store, id.slice(34), id))).mtime).toEqual(new Date('2026-01-14T01:00:00Z'))
})

test('sweeping a store that does not exist yet does nothing', async () => {
  expect(await sweepOrphans(store, async () => new Set(), new Date())).toBe(0)
})
