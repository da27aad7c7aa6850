import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { addImport } from './import.ts'
import { runLapor } from './testing/run-lapor.ts'
import { withInstallation } from './with-installation.ts'

const dataDir = mkdtempSync('/tmp/lapor-import-')
const header = 'id,text,address,created_at,responded_at,response_bucket,topic,agency,kecamatan,kelurahan,kota,kode_kota'
const row = (id: number, agency: string, city = '') =>
  `${id},Pohon tumbang di jalan,Jl. Contoh 1,2022-01-05 10:00:00,2022-01-07 09:30:00,,PJU,${agency},Kec,Kel,${city || ','}`

const settings = { DATABASE_URL: '', LAPOR_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true, force: true })
})

test('an import that begins an installation finds offices and holidays there, and answers come in answered', async () => {
  const file = join(dataDir, 'laporan.csv')
  writeFileSync(file, [header, row(1, 'Dinas Antah Berantah'), row(2, 'Dinas Lain', 'Kota Surabaya,35.78')].join('\n'))
  expect(await runLapor(addImport, settings, 'import', 'reports', file)).toContain('2 read, 2 new')
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const rows = await withInstallation(({ owner }) =>
    owner.selectFrom('casework.report').select(['stage', 'agency_id', 'named_agency']).orderBy('import_id').execute(),
  )
  expect(rows).toMatchObject([
    { stage: 'answered', agency_id: 'kemenpanrb', named_agency: expect.stringContaining('Dinas Antah Berantah') },
    { stage: 'answered', agency_id: 'kota-surabaya' },
  ])
}, 120_000)
