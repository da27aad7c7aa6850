import { expect, test } from 'vitest'
import { isOnlyForwarded } from './only-forwarded.ts'

test.each([
  'Sudah diteruskan, terima kasih.',
  'Terima kasih atas laporan Bapak/Ibu. Laporan sudah kami teruskan kepada dinas terkait untuk segera ditindaklanjuti.',
  'Telah kami koordinasikan dengan pihak terkait, mohon menunggu.',
])('"%s" is progress, not an answer', (text) => {
  expect(isOnlyForwarded(text)).toBe(true)
})

test.each([
  'Lubang di Jalan Timor Raya sudah ditambal kemarin pukul 14.00, foto terlampir.',
  'Sudah kami teruskan ke PLN; petugas mengganti trafo pada Selasa malam dan listrik menyala kembali pukul 20.15.',
  'KTP Anda dapat diambil di kantor kelurahan mulai Senin.',
])('"%s" is an answer', (text) => {
  expect(isOnlyForwarded(text)).toBe(false)
})
