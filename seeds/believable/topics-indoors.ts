import { type Topic, topic } from './topic.ts'

/** Papers, health, school, work and land: what people queue for. */
export const indoors: readonly Topic[] = [
  topic('ktp-el', 'local', 8, {
    kind: 'information_request',
    titles: ['KTP belum jadi', 'Cara mengurus KTP hilang', 'Syarat pindah domisili', 'Blangko KTP habis'],
    problems: [
      'KTP saya sudah direkam tetapi belum jadi',
      'KTP hilang di perjalanan',
      'loket bilang blangko kosong',
      'nama saya salah ketik di KTP',
    ],
    effects: [
      'padahal mau melamar kerja',
      'jadi tidak bisa membuka rekening',
      'sudah bolak-balik tiga kali',
      'anak mau daftar sekolah',
    ],
    wishes: [
      'apa saja syaratnya',
      'berapa lama jadinya',
      'bisakah diambil di kecamatan lain',
      'apakah boleh diwakilkan',
    ],
    answers: [
      'KTP sudah dapat diambil di loket kecamatan pada jam kerja.',
      'Cukup membawa surat kehilangan dan KK; selesai hari itu juga dan gratis.',
      'Data sudah dibetulkan, silakan cetak ulang tanpa antre di loket 2.',
    ],
  }),
  topic('bantuan-sosial', 'local', 7, {
    titles: [
      'Bansos tidak tepat sasaran',
      'Nama hilang dari daftar bantuan',
      'PKH tidak cair',
      'Beras bantuan dipotong',
    ],
    problems: [
      'nama ibu saya hilang dari daftar penerima bantuan',
      'bantuan tidak cair sejak tiga bulan',
      'yang menerima justru keluarga perangkat',
      'beras bantuan dikurangi dua kilo',
    ],
    effects: [
      'beliau janda dan tidak bekerja',
      'tetangga lain juga mengalami',
      'sudah ditanyakan ke RT tetapi tidak ada jawaban',
      'katanya data dari pusat',
    ],
    wishes: ['mohon dicek kembali datanya', 'tolong ditinjau ke rumah', 'ke mana kami harus mengurus'],
    answers: [
      'Petugas sudah berkunjung dan nama Ibu diusulkan kembali lewat musyawarah kelurahan.',
      'Kartu sudah aktif; saldo dapat diambil di agen terdekat.',
      'Pemotongan terbukti dan kekurangannya sudah dikembalikan kepada 43 keluarga.',
    ],
  }),
  topic('puskesmas', 'local', 6, {
    titles: ['Antrean puskesmas terlalu lama', 'Obat kosong di puskesmas', 'Puskesmas tutup sebelum jamnya'],
    problems: [
      'antre dari subuh baru dilayani siang',
      'obat hipertensi kosong',
      'loket ditutup pukul sepuluh',
      'poli gigi tidak ada dokternya',
    ],
    effects: [
      'banyak lansia yang pulang lagi',
      'pasien disuruh membeli di luar',
      'bayi saya demam tinggi waktu itu',
      'petugasnya hanya satu',
    ],
    wishes: ['mohon ditambah loket', 'tolong ketersediaan obat diumumkan', 'mohon jam layanan ditegakkan'],
    answers: [
      'Loket lansia dibuka mulai Senin dan nomor antrean bisa diambil lewat kader.',
      'Obat sudah dikirim dari gudang kabupaten kemarin.',
      'Jam layanan ditegaskan kembali; pelanggaran berikutnya dikenai teguran tertulis.',
    ],
  }),
  topic('jaminan-kesehatan', 'bpjs-kesehatan', 7, {
    titles: ['Kartu BPJS tidak aktif', 'Rujukan ditolak', 'Iuran sudah dibayar tetapi tertunggak'],
    problems: [
      'kartu BPJS tiba-tiba tidak aktif',
      'rujukan ditolak karena kuota',
      'iuran sudah dibayar tetapi masih tertulis menunggak',
      'faskes tidak bisa dipindah',
    ],
    effects: [
      'padahal harus cuci darah',
      'istri saya mau melahirkan',
      'diminta membayar umum',
      'antrean kantor cabang sampai dua jam',
    ],
    wishes: ['mohon diaktifkan kembali', 'tolong dijelaskan aturannya', 'mohon uang kami dikembalikan'],
    answers: [
      'Kepesertaan sudah aktif kembali dan dapat dipakai hari ini.',
      'Rumah sakit keliru; rujukan tetap berlaku dan jadwal baru sudah diberikan.',
      'Pembayaran ganda dikembalikan dalam 14 hari ke rekening asal.',
    ],
  }),
  topic('pungutan-sekolah', 'local', 5, {
    titles: ['Pungutan di sekolah', 'Uang komite dipaksa', 'Seragam wajib beli di sekolah'],
    problems: [
      'sekolah mewajibkan uang komite',
      'seragam harus dibeli di koperasi sekolah',
      'ijazah ditahan karena belum lunas',
      'ada iuran perpisahan yang besar',
    ],
    effects: [
      'orang tua tidak berani bertanya',
      'anak saya malu masuk sekolah',
      'tidak ada kuitansinya',
      'rapatnya hanya mengumumkan',
    ],
    wishes: ['mohon diperiksa tanpa menyebut nama', 'tolong uangnya dikembalikan', 'mohon edaran yang jelas'],
    answers: [
      'Sekolah mengembalikan pungutan kepada 186 orang tua.',
      'Ijazah sudah diserahkan; sekolah mendapat teguran tertulis.',
      'Edaran larangan dibacakan ulang dan ditempel di gerbang.',
    ],
  }),
  topic('kepolisian', 'polri', 3, {
    titles: ['Laporan kehilangan tidak ditindaklanjuti', 'Pungutan saat tilang', 'SIM belum jadi'],
    problems: [
      'laporan kehilangan saya tidak ada kabar',
      'diminta uang saat pemeriksaan',
      'blangko SIM habis',
      'laporan penipuan sudah tiga bulan',
    ],
    effects: [
      'nomor petugasnya tidak aktif',
      'tidak diberi surat tilang',
      'harus bolak-balik',
      'pelaku masih berkeliaran',
    ],
    wishes: ['mohon perkembangan perkaranya', 'tolong ditegur', 'mohon kepastian'],
    answers: [
      'Penyidik sudah menghubungi pelapor dan menyerahkan surat perkembangan perkara.',
      'Petugas diperiksa oleh bagian pengawasan.',
      'Blangko tersedia; SIM dapat diambil pada hari kerja.',
    ],
  }),
  topic('pertanian-pupuk', 'local', 3, {
    titles: ['Pupuk subsidi langka', 'Irigasi jebol', 'Hama tikus'],
    problems: [
      'pupuk subsidi tidak ada di kios',
      'saluran irigasi jebol',
      'hama tikus menyerang sawah',
      'harga gabah anjlok',
    ],
    effects: [
      'padi sudah umur tiga minggu',
      'lima puluh hektare kering',
      'panen tinggal separuh',
      'tengkulak menekan harga',
    ],
    wishes: ['mohon dicek penyalurannya', 'tolong diperbaiki sebelum tanam', 'mohon penyuluh datang'],
    answers: [
      'Kios mendapat tambahan alokasi 12 ton dan diawasi penyuluh.',
      'Saluran ditutup sementara dengan bronjong; perbaikan tetap bulan depan.',
      'Gerakan pengendalian bersama kelompok tani dilakukan pekan ini.',
    ],
  }),
  topic('paspor-imigrasi', 'kemenimipas', 2, {
    titles: ['Kuota paspor habis', 'Calo paspor', 'Paspor rusak di percetakan'],
    problems: [
      'kuota paspor selalu habis',
      'ada calo di depan kantor imigrasi',
      'paspor belum jadi sepuluh hari',
      'salah cetak nama di paspor',
    ],
    effects: [
      'keberangkatan umrah dua minggu lagi',
      'diminta satu juta',
      'tiket terancam hangus',
      'petugas melempar ke loket lain',
    ],
    wishes: ['mohon ditambah kuota', 'tolong ditertibkan', 'mohon dipercepat'],
    answers: [
      'Kuota tambahan dibuka pukul 12.00 setiap hari kerja.',
      'Paspor selesai dan dapat diambil.',
      'Paspor dicetak ulang tanpa biaya.',
    ],
  }),
  topic('guru-tenaga-pendidik', 'kemendikdasmen', 3, {
    kind: 'aspiration',
    titles: ['Usul penempatan guru', 'Tunjangan guru terlambat', 'Guru honorer belum diangkat'],
    problems: [
      'sekolah kami kekurangan guru',
      'tunjangan belum dibayar dua triwulan',
      'guru honorer sudah 14 tahun mengabdi',
      'satu guru mengajar tiga kelas',
    ],
    effects: [
      'murid sering pulang cepat',
      'guru terpaksa mengojek',
      'semangat mengajar turun',
      'daerah kami jauh dari kota',
    ],
    wishes: ['kami mengusulkan pemerataan guru', 'mohon dibayarkan', 'semoga diperhatikan'],
    answers: [
      'Usul dicatat dalam pemetaan guru tahun ajaran baru.',
      'Tunjangan disalurkan setelah data sekolah diperbarui.',
      'Kuota PPPK daerah itu bertambah 35 orang.',
    ],
  }),
  topic('sertifikat-tanah', 'atr-bpn', 3, {
    titles: ['Sertifikat tanah belum jadi', 'Biaya PTSL', 'Tanah diserobot'],
    problems: [
      'sertifikat PTSL belum jadi',
      'diminta biaya tambahan untuk sertifikat',
      'batas tanah berbeda dengan peta',
      'berkas hilang di kantor',
    ],
    effects: [
      'sudah dua tahun menunggu',
      'tidak ada kuitansi',
      'tetangga mulai membangun',
      'orang tua kami sudah sepuh',
    ],
    wishes: ['mohon kejelasan', 'tolong diukur ulang', 'mohon dikembalikan kelebihannya'],
    answers: [
      'Sertifikat dibagikan pekan depan di balai desa.',
      'Ukur ulang dijadwalkan hari Rabu bersama kedua pihak.',
      'Berkas ditemukan dan diproses kembali.',
    ],
  }),
  topic('upah-phk', 'kemnaker', 3, {
    titles: ['Upah di bawah UMK', 'THR tidak dibayar', 'PHK sepihak'],
    problems: ['upah kami di bawah UMK', 'THR belum dibayar', 'di-PHK lewat pesan singkat', 'lembur tidak dihitung'],
    effects: [
      'sekitar seratus orang terdampak',
      'yang bertanya dipindah',
      'cicilan menunggak',
      'kontrak tidak pernah diberikan',
    ],
    wishes: ['mohon pengawas datang', 'tolong dirahasiakan', 'mohon dimediasi'],
    answers: [
      'Pengawas memeriksa dan perusahaan membayar kekurangan upah tiga bulan.',
      'Mediasi dijadwalkan Kamis; kedua pihak sudah diundang.',
      'Nota pemeriksaan pertama diterbitkan.',
    ],
  }),
]
