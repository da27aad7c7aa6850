import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addImport } from './import.ts'
import { withInstallation } from './with-installation.ts'

const dataDir = mkdtempSync('/tmp/lapor-import-')
const header = 'id,text,address,created_at,responded_at,response_bucket,topic,agency,kecamatan,kelurahan,kota,kode_kota'
const row = (id: number, agency: string, city = '') =>
  `${id},Pohon tumbang di jalan,Jl. Contoh 1,2022-01-05 10:00:00,2022-01-07 09:30:00,,PJU,${agency},Kec,Kel,${city || ','}`

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('LAPOR_DATA_DIR', dataDir)
  vi.stubEnv('LOG_LEVEL', 'silent')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true, force: true })
})

test('an import that begins an installation finds offices and holidays there, and answers come in answered', async () => {
  const file = join(dataDir, 'laporan.csv')
  writeFileSync(file, [header, row(1, 'Dinas Antah Berantah'), row(2, 'Dinas Lain', 'Kota Surabaya,35.78')].join('\n'))
  const print = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const program = new Command('lapor')
  addImport(program)
  await program.parseAsync(['import', 'reports', file], { from: 'user' })
  const said = print.mock.calls.map(([words]) => String(words)).join('')
  vi.restoreAllMocks()
  expect(said).toContain('2 read, 2 new')
  const rows = await withInstallation(({ owner }) =>
    owner.selectFrom('casework.report').select(['stage', 'agency_id', 'named_agency']).orderBy('import_id').execute(),
  )
  expect(rows).toMatchObject([
    { stage: 'answered', agency_id: 'kemenpanrb', named_agency: expect.stringContaining('Dinas Antah Berantah') },
    { stage: 'answered', agency_id: 'kota-surabaya' },
  ])
}, 120_000)
