import { expect, test } from 'vitest'
import { answered, asked, file, heard, kupang, nothing, open, question, road } from './testing/standings.ts'

test.each([
  ['jalan rusak parah di maulafa KOTKUPANG', 'jalan rusak parah di maulafa'],
  ['Jalan rusak parah di Maulafa, KOTKUPANG.', 'Jalan rusak parah di Maulafa'],
  ['jalan rusak parah di maulafa KOT KUPANG', 'jalan rusak parah di maulafa'],
  ['lampu jalan mati di sikumana KOTKUPNG', 'lampu jalan mati di sikumana'],
  ['selokan mampet di depan pasar oeba KOTKUPANG tolong ya pak', 'selokan mampet di depan pasar oeba tolong ya pak'],
  ['lapor pak sampah menumpuk di pasar KOTKUPANG', 'lapor pak sampah menumpuk di pasar'],
])('the keyword of an office at the end is its door, and is cut: %s', (text, told) => {
  for (const own of [nothing, open]) expect(heard(text, own)).toMatchObject(file(told.replace(/\.$/, ''), kupang))
})

test('beside RAHASIA in front both are heard', () => {
  expect(heard('RAHASIA lurah minta uang untuk surat KABKUPANG', nothing)).toEqual(
    file('lurah minta uang untuk surat', { raise: 'confidential', agencyId: 'kab-kupang' }),
  )
})

test.each([
  'jalan rusak parah di kota kupang',
  'jalan rusak parah di maulafa kotkupang',
  'JALAN RUSAK PARAH DI KOTA KUPANG',
  'jalan rusak parah di KOTKUPANG',
  'saya sudah lapor lampu mati ke KOTKUPANG',
  'ada pungli oleh oknum pegawai KABKUPANG',
  'obat saya tidak ditanggung BPJS',
  'jalan rusak KOTKUPANG sejak hujan kemarin malam',
  'Jalan di Maulafa rusak parah sekali KOTXUPXNG',
])('in the sentence, or in small letters, it is only a word: %s', (text) => {
  expect(heard(text, nothing)).toEqual(file(text))
})

test('a verdict, a number or an answer in front of it files nothing more than before', () => {
  expect(heard('BELUM masih mati di depan gereja KOTKUPANG', answered)).toMatchObject({ kind: 'not_done' })
  expect(heard('jalan rusak parah di maulafa KOTKUPANG', asked)).toEqual(question('new_or_reply', road))
  expect(heard(`CEK ${road} KOTKUPANG`, open)).not.toMatchObject({ kind: 'file' })
})
