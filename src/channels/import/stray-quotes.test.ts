import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recogniseFile } from './read-file.ts'

// A quotation mark that somebody typed at the start of a cell, and what comes after it.

const now = new Date('2026-01-20T03:00:00Z')
const header = 'id,text,address,created_at,responded_at,response_bucket,topic,agency,kecamatan,kelurahan,kota,kode_kota'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lapor-import-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** A row of twelve cells; `text` as it stands in the file. */
const row = (id: number, text: string) =>
  `${id},${text},Jl. Contoh 1,2022-01-05 10:00:00,,,PJU,Dinas,Kec,Kel,Kota,35.78`

/** What came of each row: its line, its id and text, or why it was refused; and what is odd about it. */
async function read(lines: string[], { lineEnd = '\n', encoding = 'utf8' as BufferEncoding } = {}) {
  const file = path.join(folder, 'rows')
  const mark = encoding === 'utf8' ? '' : '\ufeff'
  await writeFile(file, Buffer.from(mark + [header, ...lines].join(lineEnd), encoding))
  const { rows } = await recogniseFile(file)
  const told: unknown[][] = []
  for await (const read of rows(now)) {
    if (read.ok) told.push([read.line, read.report.sourceId, read.report.text, read.report.oddRow])
    else told.push([read.line, read.reason])
  }
  return told
}

const after = [
  [4, '3', 'lampu mati', undefined],
  [5, '4', 'pohon tumbang', undefined],
]

test('closed by the first mark of the next row, neither row is lost', async () => {
  const told = await read([row(1, '"got, mampet"'), row(2, '"banjir'), row(3, '"lampu mati"'), row(4, 'pohon tumbang')])
  expect(told).toEqual([[2, '1', 'got, mampet', undefined], [3, '2', '"banjir', 'open_quote'], ...after])
})

test('closed just before a comma of the next row, with as many cells as a row has, both rows come through', async () => {
  const told = await read([row(1, '"banjir'), row(2, 'got selebar 12"'), row(3, 'lampu mati')])
  expect(told).toEqual([
    [2, '1', '"banjir', 'open_quote'],
    [3, '2', 'got selebar 12"', undefined],
    [4, '3', 'lampu mati', undefined],
  ])
})

test('several rows swallowed at once all come back, whatever ends their lines and however they are encoded', async () => {
  const lines = [row(1, '"banjir'), row(2, 'got mampet'), row(3, 'lampu mati'), row(4, '"pohon\ntumbang"')]
  const expected = [
    [2, '1', '"banjir', 'open_quote'],
    [3, '2', 'got mampet', undefined],
    [4, '3', 'lampu mati', undefined],
    [6, '4', 'pohon\ntumbang', undefined],
  ]
  expect(await read(lines)).toEqual(expected)
  expect(await read(lines, { lineEnd: '\r\n' })).toEqual(expected)
  expect(await read(lines, { encoding: 'utf16le' })).toEqual(expected)
})

test('after a mark that never closes, reading goes on with the next line', async () => {
  const told = await read([row(1, 'got mampet'), '2,"banjir,x', row(3, 'lampu mati'), row(4, 'pohon tumbang')])
  expect(told).toEqual([[2, '1', 'got mampet', undefined], [3, '2', '"banjir', 'open_quote'], ...after])
})

test('what is left of a text cut in two is refused with its line, not lost', async () => {
  expect(await read([row(1, 'got mampet'), '2,"banjir', 'di gang kami'])).toEqual([
    [2, '1', 'got mampet', undefined],
    [3, '2', '"banjir', 'open_quote'],
    [4, 'broken_row'],
  ])
})

test('a text of several lines is one report, and blank lines are counted', async () => {
  const told = await read([row(1, '"got\r\n\r\nmampet, bau"'), '', row(2, '"kata ""beliau""\nbesok"'), row(3, 'lampu')])
  expect(told.map(([line, id, , odd]) => [line, id, odd])).toEqual([
    [4, '1', undefined],
    [7, '2', undefined],
    [8, '3', undefined],
  ])
})

test('a line in a well-written text that looks like a row stays in the text, and is told', async () => {
  const told = await read([row(1, '"daftar kami:\n1,2,3,4,5,6,7,8,9,10,11,12\nterima kasih"'), row(2, 'got mampet')])
  expect(told.map(([line, id, , odd]) => [line, id, odd])).toEqual([
    [4, '1', 'rows_inside'],
    [5, '2', undefined],
  ])
})

test('however slowly they are taken, and however many, no row around a mark that never closes is lost', async () => {
  const file = path.join(folder, 'long')
  const many = Array.from({ length: 2_000 }, (_, at) => row(at, at === 1_000 ? '"halo' : `halo ${at}`))
  await writeFile(file, [header, ...many].join('\n'))
  const { rows } = await recogniseFile(file)
  const ids: string[] = []
  for await (const read of rows(now)) {
    await new Promise(setImmediate)
    if (read.ok) ids.push(read.report.sourceId)
  }
  expect(ids).toEqual(many.map((_, at) => String(at)))
})
