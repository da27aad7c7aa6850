import { expect, test } from 'vitest'
import { fingerprintsOf } from '../accounts/fingerprint.ts'
import { looksLikeSomebody } from './personal-data/find-personal-data.ts'
import { printsUnder } from './prints-under.ts'

const at = { indexSecret: Buffer.alloc(32, 7), directory: { agencies: [], areas: [] } }

/** Whether a text is taken to name whoever is called so. */
function names(name: string, text: string): boolean {
  const known = fingerprintsOf(at.indexSecret, { name })
  const said = printsUnder(at, [known.salt], text)
  return known.names.some((print) => said.names.includes(print))
}

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'
const days = 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'
const numbers =
  'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belasan puluhan seratus ratusan seribu ribuan juta miliar triliun pertama kedua ketiga keempat kelima'
const ofOffices = `
  ada adalah agar ahli akan akhir aktif alamat alasan alat aliran aman anggaran antrean apabila aplikasi arah area aspal atas aturan awal
  bagi bagian bahan bahu baik balai bangunan banjir bantuan barang baru batas bawah bayar bekas belakang belum benar bencana berada berat
  berita berjalan berkas berkoordinasi berlaku bersama bersih besar besok biaya bidang bocor bulan bulannya buruh
  cabang cair camat cara catatan cek cepat cuaca curah cukup daerah daftar dahulu dalam dampak dana dapat data daya dekat denda depan deras
  desa dibersihkan dicek dikerjakan dilakukan dinas dini diperbaiki diproses disampaikan ditangani ditindaklanjuti ditutup dokumen drainase
  edaran ekonomi ember foto gaji galian ganti gardu gedung gelap genangan gigi got gratis gubernur guru habis hak halaman halte harga hari
  hasil hati hilang hujan hukum hutan imbauan ini informasi instansi irigasi isi istri izin jadwal jajan jalan jalannya jalur jam janji
  jaringan jaringannya jatuh jawaban jelas jembatan jenis judi juga juru kabel kami kantor kapan kartu karyawan kas kata kawasan kebakaran
  kegiatan kelas keluarga kelurahan kemarin kendala kendaraan kepala kering kerja kerusakan keterangan kini kiri koordinasi kota kotor kursi
  lahan lalu lama lampu lampunya lancar lantai lapangan laporan lebar lima lingkungan listrik lokasi loket longsor lubang lumpur lurah maka
  malam masalah masih masyarakat masuk material media meninjau meter mesin minta mobil mulai murid musim naik nama nihil nilai nomor
  obat olah ombak orang paket pagi pajak panas panitia parkir pasar pasien pasir paving pejabat pekerjaan pelaksana pelayanan pemasangan
  pemerintah pemilik penanganan pendidikan pengaduan pengecekan perbaikan periksa permohonan persyaratan petugas pihak pintu pipa pohon pompa
  proyek pukul pupuk pusat puskesmas ramadan rambu rapat rata rawat rekanan rencana respon retak ringan roboh ruang rumah rumput rusak rutin
  sabar saluran sama sampah sampai sana sandi satuan sawah segera sekolah selesai semen sepeda serta sesuai siang siswa situasi sore status
  sumber sumur surat survei tahap tahun talud taman tanah tanda tanggal tanggul teknis telah tenaga tepi terima tertib tiang tiba tidak tim
  tindak titik titiknya tunda turun tutup uang uji undangan untuk usul vaksin volume wabah waduk waktu warga wilayah zona`

const words = [months, days, numbers, ofOffices].flatMap((list) => list.trim().split(/\s+/))
const inEachWriting = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]

test('months, days, numbers and the words of offices leave about whoever hides, however they are written', () => {
  const stopped = words
    .flatMap(inEachWriting)
    .filter((word) => looksLikeSomebody(`Kami sampaikan ${word} untuk perbaikan.`))
  expect(stopped).toEqual([])
})

test.each([
  ['Yuni Klobor', 'Perbaikan selesai bulan Juni.', 'Kepada Yuni sudah disampaikan.'],
  ['Yuli Klobor', 'Selesai 3 Juli, jadwalnya pertengahan Juli.', 'Kepada yuly sudah disampaikan.'],
  ['Yudi Klobor', 'Laporan tentang judi kami teruskan.', 'Kepada jud1 dan Yudi sudah disampaikan.'],
  ['Titik Klobor', 'Tiga titik lampu diganti.', 'Ibu Titik sudah kami temui.'],
  ['Ahmad Klobor', 'Perbaikan Jalan Ahmad Yani selesai.', 'Sudah disampaikan kepada Ahmad.'],
])('about %s "%s" leaves, and "%s" does not', (name, ordinary, naming) => {
  expect([ordinary, naming].map((text) => names(name, text))).toEqual([false, true])
})

test('no month, day, number or word of an office is the name of a reporter that sounds like it', () => {
  const sounding = words.filter((word) => word.length > 2 && names(word, `Kami sampaikan ${word} untuk perbaikan.`))
  expect(sounding).toEqual([])
})
