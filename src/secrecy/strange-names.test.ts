import { expect, test } from 'vitest'
import { holdsStrangeName } from './strange-names.ts'

const country = {
  agencies: [{ name: 'Dinas Kesehatan Kota Kupang' }],
  areas: [{ name: 'Oebobo' }],
}

test.each([
  ['Kepada Marsetyo kami sampaikan pipa sudah diganti.', true],
  ['Marsetyo, pipa sudah diganti.', true],
  ['Sudah kami temui KLOBOR SEKELUARGA di rumahnya.', true],
  ['Pipa di Oebobo sudah diganti. Penyambungan kembali dilakukan Dinas Kesehatan bersama PLN pada bulan Juni.', false],
  ['Perbaikan Jalan Ahmad Yani selesai hari Senin; terima kasih atas laporan Bapak/Ibu Pelapor.', false],
])('where whoever filed is erased, "%s" names somebody: %s', (text, names) => {
  expect(holdsStrangeName(text, country)).toBe(names)
})
