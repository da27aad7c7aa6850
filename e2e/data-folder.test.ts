import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import sharp from 'sharp'
import { expect, inject, test } from 'vitest'
import {
  type Canary,
  canaryPhone,
  canaryWord,
  type Colour,
  makeFinder,
  makeLookout,
} from '../src/testing/proofs/canaries.ts'
import { apiOf, tokenFor } from './api.ts'
import { askDatabase } from './database.ts'

// Whoever takes the data folder of a running country away, without its keys, finds nobody and nothing confidential in it: not in
// the tables' files, not in the write-ahead log, not in PostgreSQL's own log, not among the pictures.

const { url, dataDir } = inject('product')
const { post } = apiOf(url)
const desk = await tokenFor(dataDir, 'verifikator')
const office = await tokenFor(dataDir, 'koordinator.kupang')

const planted: Canary[] = []

async function file(report: string, choices: Record<string, boolean>, at: number) {
  const word = (field: string) => {
    const value = canaryWord(report, field)
    planted.push({ kind: 'word', report, field, value })
    return value
  }
  const phone = canaryPhone(at)
  planted.push({ kind: 'phone', report, field: 'phone', value: phone })
  const filed = await post('/reports', {
    title: `Laporan ${word('title')}`,
    text: `Jalan ${word('text')} rusak.`,
    areaCode: `Dusun ${word('place')}`,
    contact: { name: `Ibu ${word('name')}`, phone, email: `${word('email')}@surat.test` },
    ...choices,
  })
  expect(filed.status, filed.text).toBe(201)
  const { id, key } = filed.json as { id: string; key: string }
  const colour: Colour = [60 + at * 40, 200, 60]
  planted.push({ kind: 'pixels', report, field: 'picture', value: colour })
  const sent = await fetch(`${url}/api/v1/reports/${id}/attachments`, {
    method: 'POST',
    headers: { 'report-key': key },
    body: await photo(colour, word('picture data')),
  })
  expect(sent.status).toBe(201)
  const moves = [
    ['verification', desk, { agencySlug: 'kota-kupang' }],
    ['progress', office, { text: `Sudah ${word('progress')}.` }],
    ['answer', office, { text: `Selesai ${word('answer')}.`, outcome: 'solved' }],
  ] as const
  for (const [move, token, body] of moves) {
    const told = await post(`/reports/${id}/${move}`, body, { token })
    expect(told.status, told.text).toBe(200)
  }
  return id
}

async function photo([r, g, b]: Colour, word: string): Promise<FormData> {
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: { r, g, b } } })
    .withExif({ IFD0: { Copyright: word } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], 'foto.jpg', { type: 'image/jpeg' }))
  return form
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !relative(folder, path).startsWith('keys'))
}

test('the data folder of a running country, its keys left out, holds nobody and nothing confidential', async () => {
  const secret = await file('secret', { confidential: true }, 1)
  await file('open', {}, 2)
  // What was written is in the tables' files and in the log of writing; the statement waits until it is.
  await askDatabase(dataDir, 'select pg_current_wal_flush_lsn()')
  const lookout = makeLookout(makeFinder(planted))
  const files = filesOf(dataDir)
  for (const path of files) {
    const known = statSync(path, { throwIfNoEntry: false })
    if (known) await lookout.look(readFileSync(path), relative(dataDir, path))
  }
  expect(files.some((path) => path.includes('pg_wal'))).toBe(true)
  expect([...lookout.seen.keys()], 'what is public is there').toContain('open text')
  const found = [...lookout.seen].filter(([name]) => name.startsWith('secret ') || /name|phone|email|data/.test(name))
  expect(found, secret).toEqual([])
  process.stdout.write(
    `a running country: ${files.length} files, ${planted.length} canaries, ${lookout.seen.size} found open, 0 that may not be\n`,
  )
}, 300_000)
