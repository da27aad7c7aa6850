import { type Topic, topic } from './topic.ts'

/** Roads, water, light, waste, traffic and order: what a city sees from its streets. */
export const outdoors: readonly Topic[] = [
  topic('jalan', 'local', 16, {
    titles: ['Jalan berlubang', 'Jalan rusak parah', 'Aspal mengelupas', 'Jalan ambles', 'Tambalan jalan tidak rata'],
    problems: [
      'jalan berlubang cukup dalam',
      'aspal terkelupas dan kerikilnya berserakan',
      'badan jalan ambles separuh',
      'bekas galian pipa tidak ditutup rata',
      'jalan beton pecah dan besinya mencuat',
    ],
    effects: [
      'sudah beberapa pengendara motor jatuh',
      'kalau hujan lubangnya tidak kelihatan',
      'anak sekolah harus lewat bahu jalan',
      'ban mobil saya pecah kemarin',
      'angkutan desa tidak mau lewat lagi',
    ],
    wishes: [
      'mohon segera ditambal',
      'tolong diberi rambu dulu sebelum diperbaiki',
      'kapan jadwal pengaspalannya',
      'mohon ditinjau langsung ke lokasi',
    ],
    answers: [
      'Regu pemeliharaan sudah menambal ruas itu dengan campuran panas.',
      'Ruas tersebut masuk paket pengaspalan bulan ini; penambalan darurat sudah dikerjakan.',
      'Jalan itu milik provinsi. Kami sudah menyurati pengelolanya dan memasang rambu sementara.',
    ],
  }),
  topic('penerangan-jalan', 'local', 11, {
    titles: ['Lampu jalan padam', 'PJU mati', 'Penerangan jalan tidak menyala', 'Minta lampu jalan'],
    problems: [
      'lampu jalan padam',
      'lima tiang PJU mati berurutan',
      'lampu penerangan berkedip lalu mati',
      'belum ada penerangan sama sekali',
    ],
    effects: [
      'gelap sekali dan rawan jambret',
      'warga takut pulang malam',
      'sering terjadi kecelakaan tunggal',
      'ibu-ibu pengajian harus membawa senter',
    ],
    wishes: ['mohon diganti lampunya', 'tolong dicek panelnya', 'mohon ditambah dua titik saja'],
    answers: [
      'Lampu sudah diganti dan menyala sejak tadi malam.',
      'Gangguan ada di panel. Suku cadang tiba lusa dan langsung dipasang.',
      'Permohonan titik baru kami catat untuk anggaran tahun depan.',
    ],
  }),
  topic('sampah', 'local', 12, {
    titles: ['Sampah tidak diangkut', 'Tumpukan sampah liar', 'TPS meluber', 'Warga membuang sampah di kali'],
    problems: [
      'sampah sudah seminggu tidak diangkut',
      'TPS penuh sampai ke badan jalan',
      'ada pembuangan sampah liar setiap malam',
      'gerobak sampah tidak pernah datang lagi',
    ],
    effects: [
      'baunya sampai ke dalam rumah',
      'lalat dan belatung di mana-mana',
      'selokan jadi tersumbat',
      'anak-anak mulai batuk',
    ],
    wishes: [
      'mohon dijadwalkan ulang pengangkutannya',
      'tolong dipasang larangan dan kamera',
      'mohon ditambah kontainer',
    ],
    answers: [
      'Sampah sudah diangkut dua rit dan lokasi disemprot.',
      'Jadwal angkut kini Senin, Rabu, dan Sabtu pagi.',
      'Truk rusak sehingga terlambat; armada pengganti beroperasi mulai hari ini.',
    ],
  }),
  topic('drainase', 'local', 8, {
    titles: ['Saluran air tersumbat', 'Got meluap', 'Tutup gorong-gorong hilang', 'Genangan setiap hujan'],
    problems: [
      'saluran tersumbat lumpur',
      'got meluap setiap hujan setengah jam',
      'tutup gorong-gorong hilang',
      'air selokan tidak mengalir sama sekali',
    ],
    effects: [
      'air masuk ke teras rumah',
      'jentik nyamuk banyak sekali',
      'seorang anak hampir terperosok',
      'jalan jadi licin dan berlumut',
    ],
    wishes: ['mohon dikeruk', 'tolong dipasang tutup yang baru', 'mohon petugas mengukur kemiringannya'],
    answers: [
      'Pengerukan sepanjang 120 meter selesai dikerjakan bersama warga.',
      'Tutup beton baru sudah terpasang.',
      'Hasil ukur menunjukkan saluran perlu dilebarkan; sementara ini dikeruk dulu.',
    ],
  }),
  topic('banjir', 'local', 6, {
    titles: ['Banjir setinggi lutut', 'Pompa banjir tidak jalan', 'Tanggul retak', 'Rob masuk permukiman'],
    problems: [
      'banjir setinggi lutut',
      'pompa tidak dinyalakan',
      'tanggul kali retak dan merembes',
      'rob masuk rumah tiap subuh',
    ],
    effects: [
      'kami mengungsi ke musala',
      'listrik terpaksa dipadamkan',
      'barang dagangan terendam',
      'lansia sulit dievakuasi',
    ],
    wishes: [
      'mohon perahu karet',
      'tolong pompanya dinyalakan',
      'mohon karung pasir',
      'kami butuh air bersih dan selimut',
    ],
    answers: [
      'Pompa cadangan dikirim dan air surut sebelum pukul 14.00.',
      'Tim reaksi cepat sudah di lokasi; dapur umum dibuka di kantor kelurahan.',
      'Retakan tanggul ditutup sementara dengan 400 karung pasir.',
    ],
  }),
  topic('listrik', 'pln', 6, {
    titles: ['Listrik sering padam', 'Tiang listrik miring', 'Tegangan turun tiap malam'],
    problems: [
      'listrik padam hampir setiap sore',
      'tiang listrik miring ke arah rumah',
      'tegangan turun sampai kulkas tidak jalan',
      'kabel menjuntai rendah',
    ],
    effects: ['alat elektronik rusak', 'usaha es saya berhenti', 'anak tidak bisa belajar', 'takut kena orang lewat'],
    wishes: ['mohon diperbaiki jaringannya', 'tolong jadwal pemadaman diumumkan', 'mohon tiangnya ditegakkan'],
    answers: [
      'Trafo sisipan dipasang dan tegangan kini 221 volt.',
      'Tiang sudah ditegakkan dan kabel dikencangkan.',
      'Pemadaman karena pemeliharaan; jadwalnya kini diumumkan sehari sebelumnya.',
    ],
  }),
  topic('air-bersih', 'local', 6, {
    titles: ['Air PDAM tidak mengalir', 'Air keruh dan berbau', 'Tagihan air melonjak'],
    problems: [
      'air PDAM tidak mengalir',
      'air keluar keruh dan berbau',
      'tagihan air naik empat kali lipat',
      'pipa bocor di tepi jalan',
    ],
    effects: [
      'kami membeli air galon untuk mandi',
      'kulit anak gatal-gatal',
      'meteran tidak pernah dibaca',
      'air bersih terbuang siang malam',
    ],
    wishes: ['mohon kejelasan kapan normal', 'tolong meterannya diperiksa', 'mohon dikirim tangki air'],
    answers: [
      'Kebocoran diperbaiki dan air mengalir sejak pukul 03.00.',
      'Meteran diganti dan tagihan dihitung ulang.',
      'Dua tangki dikirim tiap hari sampai pompa selesai diperbaiki.',
    ],
  }),
  topic('lalu-lintas', 'local', 6, {
    titles: ['Lampu merah mati', 'Rambu tertutup pohon', 'Minta zebra cross'],
    problems: [
      'lampu merah mati di perempatan',
      'rambu tertutup dahan',
      'tidak ada zebra cross di depan sekolah',
      'truk besar lewat pada jam sekolah',
    ],
    effects: [
      'kendaraan saling serobot',
      'hampir terjadi tabrakan',
      'anak-anak menyeberang sendiri',
      'macet sampai setengah jam',
    ],
    wishes: ['mohon diperbaiki', 'tolong ada petugas pada pagi hari', 'mohon dibuatkan marka'],
    answers: [
      'Lampu kembali menyala setelah pengatur waktunya diganti.',
      'Dahan dipangkas dan rambu dibersihkan.',
      'Marka dicat malam ini; petugas berjaga sampai cat kering.',
    ],
  }),
  topic('parkir', 'local', 4, {
    titles: ['Parkir liar', 'Juru parkir memaksa', 'Tarif parkir tidak wajar'],
    problems: [
      'parkir liar dua lapis',
      'juru parkir menarik tarif tiga kali lipat',
      'trotoar dipakai parkir',
      'karcis parkir tidak pernah diberikan',
    ],
    effects: [
      'pejalan kaki turun ke jalan',
      'ambulans sempat tertahan',
      'pembeli jadi malas datang',
      'yang menolak dibentak',
    ],
    wishes: ['mohon ditertibkan', 'tolong dipasang papan tarif', 'mohon patroli rutin'],
    answers: [
      'Penertiban dilakukan tiga hari berturut-turut dan papan tarif dipasang.',
      'Juru parkir itu tidak terdaftar dan sudah dibina.',
      'Trotoar dipasangi tiang pembatas.',
    ],
  }),
  topic('ketertiban-umum', 'local', 5, {
    titles: ['Balap liar', 'Musik keras sampai subuh', 'Warung menjual minuman keras'],
    problems: [
      'balap liar setiap malam Minggu',
      'musik keras sampai subuh',
      'warung remang menjual minuman keras',
      'anak-anak tawuran membawa sarung berisi batu',
    ],
    effects: ['warga tidak bisa tidur', 'sudah ada korban luka', 'takut keluar malam', 'dekat dengan sekolah'],
    wishes: ['mohon patroli', 'tolong ditertibkan', 'mohon ada pos jaga'],
    answers: [
      'Patroli gabungan menyita 22 motor; orang tua dipanggil.',
      'Pemilik usaha menandatangani batas jam 22.00.',
      'Lokasi masuk rute patroli setiap malam.',
    ],
  }),
  topic('angkutan-umum', 'local', 4, {
    kind: 'aspiration',
    titles: ['Usul rute bus', 'Halte tanpa atap', 'Angkot ngetem'],
    problems: [
      'belum ada bus ke kawasan ini',
      'halte tidak beratap',
      'angkot ngetem di tikungan',
      'jadwal bus sekolah tidak tetap',
    ],
    effects: ['pekerja harus naik ojek dua kali', 'penumpang kehujanan', 'macet setiap pagi', 'siswa terlambat'],
    wishes: ['usul rute baru lewat terminal', 'mohon dibuatkan atap', 'semoga ada jadwal tetap'],
    answers: [
      'Rute itu diuji coba tiga bulan mulai awal bulan.',
      'Halte masuk daftar perbaikan dan diberi atap sementara.',
      'Petugas ditempatkan pada jam sibuk.',
    ],
  }),
]
