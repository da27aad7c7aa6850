import { expect, test } from 'vitest'
import { findPersonalData, looksLikeSomebody } from './find-personal-data.ts'

const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

test.each([
  ['NIK saya 5371015508900001 belum aktif', 'nik 5371015508900001'],
  ['NIK: 5371 0155 0890 0001', 'nik 5371 0155 0890 0001'],
  ['hubungi 0812-3456-7890 ya', 'phone 0812-3456-7890'],
  ['hubungi 0 8 1 2 3 4 5 6 7 8 9 0 ya', 'phone 0 8 1 2 3 4 5 6 7 8 9 0'],
  ['hubungi O81234567890 ya', 'phone O81234567890'],
  ['tulis ke wa.me/6281234567890 saja', 'phone 6281234567890'],
  ['NIK ５３７１０１５５０８９００００１ hilang', 'nik ５３７１０１５５０８９００００１'],
  ['WA +62 812 3456 7890', 'phone +62 812 3456 7890'],
  ['nomor 6281234567890 tidak dijawab', 'phone 6281234567890'],
  ['kantornya di (0380) 821234.', 'phone (0380) 821234'],
  ['telp 8213456 tidak diangkat', 'phone 8213456'],
  ['kirim ke marta.bire@contoh.id saja', 'email marta.bire@contoh.id'],
  ['surel marta.bire [at] contoh [dot] id', 'email marta.bire [at] contoh [dot] id'],
  ['mobil DH 1234 AB parkir di trotoar', 'plate DH 1234 AB'],
  ['truk plat dh 8213 xy melintas', 'plate dh 8213 xy'],
  ['transfer ke BRI 0341-01-005678-50-1 lalu', 'account 0341-01-005678-50-1'],
  ['no. rekening 1234567890 atas laporan itu', 'account 1234567890'],
  ['Nama saya Marta Bire, warga Oebobo', 'name Marta Bire'],
  ['nama saya yosefina dan rumah kami bocor', 'name yosefina'],
  ['Lampu mati.\nHormat kami, Fanny', 'name Fanny'],
  ['Lampu mati.\nTerima kasih\nMarselinus Koten', 'name Marselinus Koten'],
  ['Kemarin Pak Yosef Lado meminta uang', 'name Yosef Lado'],
  ['kemarin pak budi meminta uang', 'name budi'],
  ['sertifikat a.n. Nurhayati Lado hilang', 'name Nurhayati Lado'],
  ['Tadi Budi Santoso datang lagi', 'name Budi Santoso'],
])('"%s" shows %s', (text, expected) => {
  expect(found(text)).toEqual([expected])
})

test.each([
  ['HP 0812-3456-7890/0813-2222-3333', 'phone 0812-3456-7890', 'phone 0813-2222-3333'],
  ['0812 3456 7890 / 0813 2222 3333', 'phone 0812 3456 7890', 'phone 0813 2222 3333'],
  ['081234567890,081322223333', 'phone 081234567890', 'phone 081322223333'],
  ['telp (0380) 821234/0812-3456-7890', 'phone (0380) 821234', 'phone 0812-3456-7890'],
  ['HP/0812-3456-7890 saja', 'phone 0812-3456-7890'],
  ['NIK/KK 5371014502900001/5371010101010001', 'nik 5371014502900001', 'nik 5371010101010001'],
  ['NIK 5371014502900001,5371010101010001.', 'nik 5371014502900001', 'nik 5371010101010001'],
  ['Surel saya marta@contoh.id. Ketua RT diam.', 'email marta@contoh.id'],
  ['Surel saya marta@contoh.id. Go ke sana.', 'email marta@contoh.id'],
  ['tulis ke marta@surel.contoh.id.Petugas diam', 'email marta@surel.contoh.id'],
  ['tulis ke Marta@Contoh.Co.Id saja', 'email Marta@Contoh.Co.Id'],
  ['tulis ke marta @ contoh . id saja', 'email marta @ contoh . id'],
  ['tulis ke marta@contoh. co. id saja', 'email marta@contoh. co. id'],
])('"%s" shows each number and address, and nothing of what stands beside it', (text, ...expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  'Persil 5371-0155 di blok 12 belum dibayar sejak 2019.',
  'Laporan K7M 2QX 9PF tahun 2017 belum dijawab.',
  'Biayanya Rp 1.250.000.000,- atau rp 500.000 setiap bulan.',
  'Menurut UU No. 25 Tahun 2009 dan PP 96 Tahun 2012 pasal 12 ayat 3.',
  'Surat nomor 003/081234567890/2020 dan 12/5371014502900001.',
  'Sertifikat 24.01.05.03.1.00457 dan NOP 53.71.010.004.012-0345.0.',
  'Nomor 003/BKPSDM/2017 tanggal 27-07-2017 pukul 08.00-16.30 WIB.',
  'Koordinat -10.178443, 123.597763 di KM 12 B.',
  'Hubungi 112, 1708 atau 1500-444 bila darurat.',
  'Kode lelang 1234567890123456 dan resi 9912345678901234.',
  'Bapak Wali Kota dan Ibu Kepala Dinas yang terhormat, mohon perhatian.',
  'Ibu hamil dan bapak yang lansia antre sejak pagi.',
  'Jalan Ahmad Yani dan Jl. Jend. Sudirman di depan RSUD Prof. Johannes berlubang.',
  'IBU HAMIL DIMINTA MEMBAYAR DI PUSKESMAS OEBOBO.',
  'Terima kasih.',
])('"%s" shows nothing', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  'Sdr. Yosef sudah kami hubungi.',
  'Bapak Fransiskus, pipa sudah diganti.',
  'sudah kami sampaikan kepada bud1 s4nt0s0',
  'Kami sudah bertemu Djoko di lokasi.',
  'Silakan hubungi 081234567890.',
  'Petugas datang ke Jalan Melati No. 12 besok.',
  'Petugas datang ke Jl. Amabi 12 besok.',
  'Petugas datang ke Jalan Amabi 12A, RT 5.',
  'Petugas datang ke JLN. AMABI 12',
  'Berkas an. Bunga sudah lengkap.',
  'Balas ke marta@kupangkota.go.id.',
  'Terima kasih @marta_kupang atas laporannya.',
  'Terima kasih akun X martakupang.',
  'Dilaporkan oleh akun marta_kupang.',
  'Lihat https://x.com/marta_kupang/status/123',
  'Jalan Ahmad Yani, Bapak Fransiskus.',
  'Petugas bertemu Yuni pada bulan Juni.',
  'Ibu Titik sudah kami hubungi.',
  'Petugas sudah ke titik -10.16523, 123.60712.',
  'Di (10,16523 LS; 123,60712 BT) sudah diganti.',
  'Lokasi: lat -10.1652 long 123.6071',
  'Sudah di 10°09\'54.8"S 123°36\'25.6"E kemarin.',
  'Lihat https://maps.google.com/?q=-10.16,123.6 ya',
  'Lihat https://maps.app.goo.gl/AbCdEf1',
  'Kode RHM4+5C Kupang.',
])('to somebody nobody may guess at, "%s" does not leave', (text) => {
  expect(looksLikeSomebody(text)).toBe(true)
})

test.each([
  'Bunga di taman sudah diganti setelah hujan; jalan ditutup sampai Senin.',
  'Lubang di Jalan Timor Raya sudah ditambal kemarin pukul 14.00, foto terlampir.',
  'Silakan datang ke Dinas Kesehatan atau tulis ke pengaduan@kupangkota.go.id.',
  'Terima kasih Bapak/Ibu Pelapor. Sesuai UU No. 25 Tahun 2009 kami jawab dalam 5 hari kerja.',
  'Kepala Puskesmas sudah menegur petugas yang bersangkutan.',
  'Laporan ke @lapor1708 dan akun Instagram resmi kami sudah kami baca.',
  'Perbaikan Jalan Ahmad Yani, Jl. Dr. Sutomo dan JALAN SAM RATULANGI sudah selesai.',
  'Jalan Amabi 12 Juli 2026 ditutup; Jalan Timor Raya 2 km rusak, Jalan El Tari 3 titik gelap sejak 12.30.',
  'Di Jalan Timor Raya KM 12, Jalan Amabi RT 5 dan Jalan Nasional 3 sudah ditambal; Jalan Amabi 2026.',
  'Silakan kirim berkas ke dinkes@kupangkota.go.id, kel.oebobo@kupangkota.go.id atau info2@disdukcapil.kupangkota.go.id.',
  'Perbaikan dijadwalkan 15 Juli 2026; dana cair bulan Juni, tiga titik lampu diganti pukul 03.00 dini hari.',
  'Suhu 30 derajat panas sekali; biaya Rp 10.165.000, 123.607 warga, skala 1:10.000.',
  'Akun pengguna layanan dan akun X kami dipulihkan @ kantor lurah, tarif @5000.',
])('"%s" leaves', (text) => {
  expect(looksLikeSomebody(text)).toBe(false)
})
