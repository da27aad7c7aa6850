// What people say, by what they mean by it.

/** Answers to a question about a report filed earlier; all as short as people answer. */
export const answers = [
  'di depan pasar Oebobo',
  'dekat SD Inpres 2',
  'sejak senin pak',
  'RT 4 RW 2 kelurahan Fatululi',
  'sekitar 20 rumah',
]
export const reasons = [
  'jalan masih rusak',
  'lampunya mati lagi',
  'lubangnya cuma ditimbun tanah',
  'petugas tidak pernah datang',
]
/** Sentences that say the opposite without their BELUM. */
export const lacking = [
  'bansos belum saya terima',
  'uangnya belum kami terima',
  'sampai sekarang uang belum saya terima',
  'belum saya terima',
  'belum cair',
  'belum mengalir',
  'belum bisa dilalui',
  'belum datang',
  'belum maksimal',
  'belum dapat bantuan',
  'sebagian sudah, sebagian belum',
  'lampunya belum',
  'jalan kami belum, tolong',
  'air belum kami dapat',
]
/** Complaints with every trap: the words of our commands, meaning nothing of the kind. */
export const complaints = [
  'jalan belum diperbaiki ya pak',
  'stop kontak puskesmas rusak',
  'jalan rusak di depan pasar',
  'tolong cek lampu jalan yang mati di Oesapa',
  'sudah lapor RT tapi sampah belum diangkut juga',
  'bantuan pkh ibu saya belum cair sejak mulai januari',
  'data rahasia pasien dibuang di tempat sampah puskesmas',
  'nilai rapor anak saya tidak keluar karena belum bayar komite',
  'angkot berhenti sembarangan di depan sekolah, tolong stop',
  'saya sudah balas surat dinas tapi tidak ada jawaban ya',
  'info kapan selesai jembatan Liliba, status proyek tidak jelas',
  'surat kaleng anonim mengancam warga RT 3',
  'tolong pak ada kebakaran',
  'pipa pdam bocor di Oebufu',
  'ambulans tidak datang ke desa kami sudah dua jam',
  'guru memukul murid di SD Inpres Oesapa',
  'rumah saya kebanjiran',
  'bansos belum cair',
  'kemarin ada perampokan di Oesapa',
]

/** What people go on to say of a report that is there: a new one is made of none of them. */
export const followUps = [
  'masih mampet pak',
  'selokannya makin parah pak',
  'petugas belum datang juga',
  'petugas sdh datang tp cuma foto2 saja',
  'sudah dikerjakan tapi hasilnya jelek',
  'ternyata airnya masuk lagi',
  'laporan saya salah alamat, harusnya rt 7',
  'tukangnya tidak datang lagi',
  'sampai sekarang tidak ada perubahan',
  'gak ada yang datang pak',
]
