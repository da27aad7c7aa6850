import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import type { ReadRow } from '../channels/import/imported-report.ts'
import { recogniseFile } from '../channels/import/read-file.ts'
import { root } from '../platform/root.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { exportReports } from '../publication/export-reports.ts'
import { keysForWeb } from '../secrecy/installation-keys.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { addExport } from './export.ts'

const db = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'lapor-export-'))
const settings = { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: folder, LOG_LEVEL: 'silent' }
const run = promisify(execFile)
const text = 'Lampu di depan pasar mati,\n"gelap sekali" kata orang; kabelnya putus.'
let made: Made[] = []

beforeAll(async () => {
  keysForWeb({ dataDir: folder })
  made = [
    await aReport(db, { stage: 'forwarded', text, contact: { name: 'Marta Bire' }, showName: true }),
    await aReport(db, { stage: 'closed', answer: 'Kabel sudah disambung dan lampu menyala.', rating: 4 }),
  ]
  await aReport(db, { stage: 'forwarded', confidential: true, text: 'Ini rahasia dan tidak boleh terbaca.' })
  await aReport(db, { stage: 'withdrawn', text: 'Ini dicabut dan tidak boleh terbaca.' })
  await aReport(db, { text: 'Ini belum terbit dan tidak boleh terbaca.' })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function lapor(...words: string[]) {
  const env = { ...process.env, ...settings }
  return run(process.execPath, ['--import', 'tsx', join('src', 'cli', 'main.ts'), ...words], { cwd: root, env })
}

async function inProcess(...words: string[]) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const program = new Command('lapor')
  addExport(program)
  const reports = program.commands[0]?.commands[0]
  reports?.exitOverride().configureOutput({ writeErr: () => {} })
  await program.parseAsync(['export', 'reports', ...words], { from: 'user' }).finally(() => vi.unstubAllEnvs())
}

async function readBack(file: string) {
  const { layout, rows } = await recogniseFile(file)
  const read: ReadRow[] = []
  for await (const row of rows(new Date())) read.push(row)
  return { layout: layout.name, reports: read.map((row) => (row.ok ? row.report : row.reason)) }
}

test.each(['csv', 'jsonl'] as const)(
  'as %s the import reads again what is public, and nothing else is in it',
  async (format) => {
    const directory = await loadDirectory(db.publicDb)
    const options = { directory, format, perStep: 1 }
    let written = ''
    for await (const lines of exportReports(db.publicDb, options)) written += lines
    expect(written).not.toMatch(/tidak boleh terbaca|Marta/)
    const file = join(folder, `by-hand-${format}`)
    writeFileSync(file, written)
    const { layout, reports } = await readBack(file)
    expect(layout).toBe('sp4n-export')
    const common = {
      kind: 'complaint',
      channel: 'web',
      agencyText: directory.agency('kota-kupang')?.name,
      oddDates: [],
    }
    expect(reports).toHaveLength(2)
    expect(reports).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...common, sourceId: made[0]?.trackingId, text, filedAt: expect.any(Date) }),
        expect.objectContaining({ ...common, sourceId: made[1]?.trackingId, rating: 4 }),
      ]),
    )
    expect(written).toContain('Kabel sudah disambung dan lampu menyala.')
  },
)

test('the command writes the same onto standard output and into a file that appears when it is complete', async () => {
  const { stdout, stderr } = await lapor('export', 'reports')
  expect(stderr).toMatch(/2 reports\n$/)
  const file = join(folder, 'laporan.csv')
  await inProcess('--out', file)
  expect(readFileSync(file, 'utf8')).toBe(stdout)
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
}, 60_000)

test('a format or a place that does not exist fails in one sentence', async () => {
  await expect(inProcess('--format', 'pdf')).rejects.toThrow('Allowed choices are csv, jsonl.')
  await expect(inProcess('--out', join(folder, 'none', 'x'))).rejects.toThrow(/^.* cannot be written \(ENOENT\)\.$/)
})
