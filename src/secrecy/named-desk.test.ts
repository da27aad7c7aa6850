import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aimOf } from './aim.ts'
import { readAccused } from './named-accused.ts'
import { namesOfDesk } from './testing/names-of-desk.ts'

const directory = await loadDirectory((await testDatabase()).publicDb)

test.each([
  'Kemenpan-RB',
  'Kemenpan RB',
  'Kemen PAN & RB',
  'Kementerian PAN-RB',
  'Kementerian PANRB',
  'Kementrian PAN dan RB',
  'Kementerian Pendayagunaan Aparatur Negara',
  'Menteri PANRB',
  'MenpanRB',
  'verifikator di KemenPANRB',
  'staf KemenPANRB',
  'oknum pegawai Kementerian PAN-RB',
  'salah satu orang di Kemenpan-RB Jakarta',
  'petugas verifikasi LAPOR',
  'tim verifikasi nasional',
  'Tim LAPOR!',
  'petugas lapor.go.id',
  'pengelola SP4N-LAPOR!',
  'admin SP4N',
  'Deputi Pelayanan Publik KemenPANRB',
])('“%s” is the national desk: it does not read what accuses it', (named) => {
  expect(readAccused(directory, named)).toEqual({ named, kind: 'unit', unitId: 'kemenpanrb' })
})

test.each([
  ['Ombudsman', 'ombudsman'],
  ['staf Ombudsman', 'ombudsman'],
  ['oknum di Ombudsman RI', 'ombudsman'],
  ['Ombudsman Perwakilan NTT', 'ombudsman'],
  ['petugas KSP', 'ksp'],
  ['Kantor Staf Kepresidenan', 'ksp'],
])('“%s”, who would stand in for the desk, is the %s', (named, unitId) => {
  expect(readAccused(directory, named)).toEqual({ named, kind: 'unit', unitId })
})

test.each([
  'staf Kominfo',
  'petugas verifikasi berkas',
  'petugas PAN',
  'Menteri PAM',
  'tim',
  'admin',
  'kepala kantor yang saya laporkan ke KemenPANRB',
  'kepala dinas, sudah saya lapor',
  'Pak Dedi dari KemenPANRB',
  'pegawai loket lapor diri',
])('“%s” is not the desk alone: who that is has to be settled', (named) => {
  expect(readAccused(directory, named).kind).toBeUndefined()
})

test('under each of its names, whatever post or person stands before it, the desk is not among those who read it', () => {
  fc.assert(
    fc.property(namesOfDesk(directory), (named) => {
      const aim = aimOf(directory, undefined, [named])
      expect(aim.standIn, named).toEqual(['Ombudsman Republik Indonesia'])
      expect(aim.unresolved, named).toBe(false)
    }),
    { numRuns: 500 },
  )
})
