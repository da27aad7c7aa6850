import { skeleton } from '../../accounts/skeleton.ts'

/** Offices, ranks and duties that follow "Bapak" or "Ibu" without naming anyone. */
const duties = `
  pelapor terlapor kepala ketua wakil anggota pimpinan direktur sekretaris bendahara camat lurah kades bupati walikota wali gubernur
  presiden menteri dirjen rektor dekan dosen guru kepsek kasi kabid kadis kadishub kasat kapolsek kapolres kapolda kapolri polisi
  hakim jaksa dokter perawat bidan petugas pegawai pejabat penghubung operator admin verifikator koordinator pengawas pengurus
  rt rw kota kabupaten desa kelurahan kecamatan provinsi dinas badan bagian bidang kantor instansi pemerintah negara daerah
  dandim danramil babinsa bhabinkamtibmas ombudsman dewan anggota dpr dprd mpr ustadz kyai pendeta pastor plt pj plh manajer
  supervisor staf staff sopir supir satpam hansip ketua panitia warga masyarakat bangsa penerima pemohon pelanggan pasien siswa
  mahasiswa orang tua murid anak istri suami saudara saudari bapak ibu bpk pak bu sekalian semua semuanya hamil menyusui rumah
  tangga kandung tiri angkat mertua lansia kos kost kontrakan pemilik penjual pedagang tukang parkir juru ojek becak
  jokowi prabowo ganjar anies ahok terhormat yth drs dra dr yang dan atau di ke dari untuk dengan pada`

/** Words that open sentences, or stand beside names, in complaints and answers. */
const usual = `
  tadi kini nanti sekarang lalu kemudian saya kami kita anda aku dia ia mereka beliau ini itu sini situ sana tersebut tidak tak bukan belum sudah telah akan sedang masih
  sering selalu juga saja lagi lebih sangat sekali paling hanya agar supaya karena sebab jika kalau bila apabila maka tetapi tapi
  namun meski walau sejak hingga sampai selama ketika saat waktu setelah sebelum sementara hari minggu bulan tahun jam pukul pagi
  siang sore malam kemarin besok senin selasa rabu kamis jumat sabtu januari februari maret april mei juni juli agustus september
  oktober november desember mohon tolong harap terima kasih terimakasih salam selamat hormat sekian demikian assalamualaikum
  wassalamualaikum laporan aduan pengaduan keluhan aspirasi permintaan informasi usul saran jalan jembatan lampu listrik air
  sampah banjir hujan angin panas bunga pohon taman sungai laut gunung tanah sawah kebun pasar toko warung sekolah kampus rumah
  sakit puskesmas posyandu apotek obat vaksin bpjs kartu kesehatan pendidikan bantuan sosial tunai beras sembako pupuk gaji upah
  pajak izin surat akta kelahiran kematian nikah cerai ktp kk sim stnk bpkb paspor tilang parkir macet lalu lintas bus kereta
  kapal bandara pelabuhan terminal stasiun trotoar selokan drainase got lubang rusak bersih kotor bau asap polusi debu bising
  suara proyek bangunan gedung kantor pelayanan layanan antrian antrean petugas pegawai oknum pungli korupsi suap uang biaya
  bayar gratis mahal murah harga barang dana anggaran program kegiatan rapat acara lomba penerimaan pendaftaran daftar nomor
  nama alamat telepon surel email pesan aplikasi website sistem data online internet sinyal jaringan kode akun sandi pemerintah
  negara indonesia republik undang peraturan presiden menteri daerah keputusan pasal ayat hukum hak wajib warga masyarakat
  umum publik nasional pusat wilayah lokasi tempat daerah kota kabupaten kecamatan kelurahan desa dusun kampung gang blok
  perumahan komplek utara selatan timur barat tengah atas bawah depan belakang samping dalam luar kiri kanan baru lama besar
  kecil tinggi rendah panjang pendek banyak sedikit baik buruk benar salah cepat lambat mudah sulit indah cantik cerah cahaya
  bintang bulan matahari mentari fajar pelangi mawar melati kasih cinta damai sejahtera bahagia mulia utama jaya makmur abadi
  harapan dunia alam bumi langit putih hitam merah hijau biru kuning satu dua tiga empat lima pertama kedua ketiga jawaban
  tindak lanjut disposisi hormat yth admin trims suwun matur
  nuwun pripun jakarta bandung surabaya semarang medan makassar kupang jayapura dengan nik nip kpj menpan gub walkot minimal maksimal telah dapat bisa perlu harus ingin mau minta lapor melaporkan
  menyampaikan menindaklanjuti memperbaiki diperbaiki diganti dipasang diperiksa selesai proses`

const skeletons = (list: string) => list.trim().split(/\s+/).map(skeleton)
const ofDuties = new Set(skeletons(duties))
const ordinary = new Set(skeletons(`${duties} ${usual}`))

/**
 * A word of everyday Indonesian, or the duty of somebody: no name by itself even where it could be one (Bunga, Hujan, Cahaya), so that
 * an answer about flowers can be sent to a reporter called Bunga. @param bare as `skeleton` gives it
 */
export function isOrdinaryWord(bare: string): boolean {
  return ordinary.has(bare)
}

/** A duty, a rank, or anybody as one of many ("Ibu Kepala", "Bapak Pelapor"). @param bare as `skeleton` gives it */
export function isDuty(bare: string): boolean {
  return ofDuties.has(bare)
}
