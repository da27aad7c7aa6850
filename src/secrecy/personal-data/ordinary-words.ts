import { withoutClitics } from '../../accounts/said-names.ts'
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

/** Further words of complaints and answers that some name sounds like (judi, jajan), or could: they are no name as they are written. */
const written = `
  titik dini judi jajan sandi ramadan ramadhan lebaran tanggal januari februari maret april mei juni juli agustus september oktober
  november desember senin selasa rabu kamis jumat sabtu ahad minggu nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas
  belas belasan puluh puluhan ratusan ribuan daya ember gardu hutan irigasi kas kering kursi material meninjau ombak paving pelaksana
  rekanan talud seratus ratus seribu ribu juta miliar triliun pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan
  kesepuluh setengah separuh sebagian
  ada adalah adanya agak ahli ajukan aktif alasan alat aliran aman ambil anda antara antar apa apakah arah area asal aspal atur aturan awal
  bagaimana bagi bahan bahkan bahwa bahu balai bangku bantu bantuan batal batas bawa bekas bekerja belakang beli bencana benda bentuk berada
  beralih berapa berat berbagai berbeda berdasarkan beri berikan berikut berita berjalan berkas berkoordinasi berlaku bersama berupa
  beserta besok biasa biasanya bicara bina bocor boleh buka bukti buat buruh butuh cabang cair campur capai cara catat catatan cek cetak
  coba contoh copot cor cukup curah cuaca dahulu dampak dapur dekat denda depan deras desain detail diambil dibahas dibantu diberi dibersihkan
  dibuat dibuka dicatat dicek dihitung dihubungi dikerjakan dikirim dilakukan dimulai diproses dinilai dipasang dipastikan dipindahkan
  direncanakan disampaikan disetujui disiram ditambal ditangani diteruskan ditindaklanjuti ditolak ditutup diterima dokumen dulu edaran
  ekonomi empang foto formulir galian ganti gagal garis gelap gerbang genangan gereja gigi guna habis hak halaman halte hambatan hanya hasil
  hati hemat hidup hilang hubungi hulu ikut imbauan ini internal isi istirahat izinkan jadi jadwal jaga jalur jangan janji jarak jasa jatuh
  jauh jawab jelas jemput jenis jumlah juru kabar kabel kadang kali kami kapan kapasitas karyawan kasus kata kawasan keadaan kebakaran
  kebersihan kebutuhan kecelakaan kedua kegiatan kehilangan kejadian keluar keluarga kelas kelola kelompok keluhkan kemudian kena kendala
  kendaraan kepada kependudukan kerja kerusakan kesempatan keselamatan keterangan ketika khusus kini kira kirim kodim koordinasi komunikasi
  kondisi kontrak kosong kuat kuota kurang kurangi kunjungan laci ladang lahan lahir lain lainnya lalai lama lampiran lancar langkah langsung
  lanjutan lanjutkan lantai lapangan larangan layak lebar lebat lembar lembaga lengkap lewat libur lihat limbah lingkungan listrik loket
  lokasi longsor luas lumpur lunas maaf makan mana mampu manfaat masa masalah masing masuk masukan mata materi mati media melakukan melalui
  melayani melihat memang membantu membawa membuat memenuhi memiliki meminta mendapat mengalami mengenai menghubungi mengikuti mengirim
  menjadi menunggu menurut menuju merasa merata mereka mesin meter milik mobil mulai mungkin musim musyawarah naik nasib nihil nilai nyala
  olah operasi operasional paham pakai paket pagar pasang pasir pasti patroli pecah pelaksanaan pelaku pelayan pelebaran pembangunan pembayaran
  pemasangan pembersihan pemeliharaan pemeriksaan penanganan penerangan pengecekan pengelola pengerjaan penting penuh penutupan penyebab
  perawatan perbaikan perhatian periksa peringatan perlahan permohonan pernah persyaratan pertanyaan perubahan perusahaan petani pihak pilih
  pindah pintu pipa pohon pokok pompa ponsel posisi potong prioritas proses pulang pulih pun pusat putus rambu rapi rata rawan rawat realisasi
  rekap rencana resmi respon retak ringan rincian rinci rombongan roboh ruang ruas rugi rumput rutin saat sabar sakit sah sama sambil sampah
  sangat sanksi sarana sasaran satuan sayang seberang sebutkan secara sedang segera sehari sehat sekitar selain selalu semen semoga semua
  sendiri sepakat sepeda seperti seragam seratus serta sering sertifikat seseorang sesuai setiap setempat setuju sewa siap siapa sidang sifat
  simpan simpang sisa siswi situasi solusi status struktur suami sulit sumber sumur sungguh sumbat supir surut survei susah susulan syarat tagihan
  tahap tahu takut tali taman tambah tambal tampak tanam tanaman tanda tangan tangani tanggapan tanggul tanggung tanpa tanya target tarif tata
  tegur teknis telat telusur teman tempo tenaga tengah tentang tentu tepat tepi terang terangkan terbit terbuka tergenang terhadap terima
  terjadi terjadwal terkait terlalu terlambat terlampir terlihat termasuk ternyata tersedia tertib tertulis terus tetap tetangga teruskan tiang
  tiap tiba tidak tiket tim tinggal tinjau tindakan titip tolak total transportasi tugas tuju tujuan tumbang tunda tunggu turun turut tutup
  uji ukuran ulang umur undangan unit untung upaya urus urusan urutan usaha usai usia usulan utang uraian verifikasi volume wabah waduk waspada`

const skeletons = (list: string) => list.trim().split(/\s+/).map(skeleton)
const ofDuties = new Set(skeletons(duties))
const ordinary = new Set(skeletons(`${duties} ${usual}`))
const everyday = new Set(`${duties} ${usual} ${written}`.trim().split(/\s+/))

/**
 * A word of everyday Indonesian, or the duty of somebody: no name by itself even where it could be one (Bunga, Hujan, Cahaya), so that
 * an answer about flowers can be sent to a reporter called Bunga. @param bare as `skeleton` gives it
 */
export function isOrdinaryWord(bare: string): boolean {
  return ordinary.has(bare)
}

/**
 * A word of everyday Indonesian exactly as it is written, whatever hangs on it: no name, though a name may sound like it (`Juni` is a
 * month, `Yuni` is somebody; `titiknya`).
 */
export function isEverydayWord(said: string): boolean {
  return withoutClitics(said.toLowerCase()).some((stem) => everyday.has(stem))
}

/** A duty, a rank, or anybody as one of many ("Ibu Kepala", "Bapak Pelapor"). @param bare as `skeleton` gives it */
export function isDuty(bare: string): boolean {
  return ofDuties.has(bare)
}
