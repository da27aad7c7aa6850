/** Ways in which people ask for secrecy, put together from their parts: verb, negation and noun in every order, with clitics and slang. */
export function phrasings(): { anonymous: string[]; confidential: string[] } {
  const nouns = [
    'nama saya',
    'nama sy',
    'namaku',
    'identitas saya',
    'identitasku',
    'nama pelapor',
    'identitas pelapor',
    'nomor saya',
    'no hp saya',
    'data diri saya',
    'nama lengkap saya',
    'nama aku',
  ]
  const nots = ['jangan', 'jgn', 'tolong jangan', 'mohon jangan', 'gak usah', 'ga usah', 'jangan sampai', 'mohon tidak']
  const verbs = [
    'disebut',
    'disebutkan',
    'ditampilkan',
    'dicantumkan',
    'dibocorkan',
    'dibuka',
    'ditulis',
    'disebarkan',
    'diungkap',
    'dipublikasikan',
    'dikasih tahu',
    'diumumkan',
  ]
  const active = [
    'sebut',
    'sebutkan',
    'tampilkan',
    'cantumkan',
    'bocorkan',
    'buka',
    'tulis',
    'sebarkan',
    'kasih tahu',
    'kasi tau',
    'umumkan',
    'beritahukan',
  ]
  const wants = ['saya tidak mau', 'saya ga mau', 'saya gak ingin', 'sy tdk mau']
  const hides = ['rahasiakan', 'tolong rahasiakan', 'sembunyikan', 'mohon lindungi', 'lindungi', 'tolong samarkan']
  const hidden = ['dirahasiakan', 'mohon dirahasiakan', 'tolong dilindungi', 'disembunyikan saja', 'harap disamarkan']
  const ends = ['', ' ya', ' ya pak', ' dong', ' terima kasih', ' saja']
  const pick = <One>(list: readonly One[], at: number) => list[at % list.length] as One
  const pairs = <One, Other>(some: readonly One[], others: readonly Other[]) =>
    some.flatMap((one) => others.map((other) => [one, other] as const))
  const anonymous = [
    ...pairs(nouns, nots).map(([noun, not], at) => `${noun} ${not} ${pick(verbs, at)}${pick(ends, at)}`),
    ...pairs(nouns, active).map(([noun, verb], at) => `${pick(nots.slice(0, 7), at)} ${verb} ${noun}${pick(ends, at)}`),
    ...pairs(nouns, wants).map(([noun, want], at) => `${want} ${noun} ${pick(verbs, at)}${pick(ends, at)}`),
    ...pairs(nouns, hides).map(([noun, verb], at) => `${verb} ${noun}${pick(ends, at)}`),
    ...pairs(nouns, hidden).map(([noun, verb], at) => `${noun} ${verb}${pick(ends, at)}`),
    ...pairs(nouns, verbs).map(
      ([noun, verb], at) =>
        `mohon ${pick(['', 'agar ', 'supaya '], at)}${noun} ${pick(['tidak', 'tdk', 'jangan', 'gak'], at)} ${verb}`,
    ),
    'jangan sampai pak lurah tahu saya yang lapor',
    'jangan bilang saya yang lapor',
    'jangan bilang siapa saya',
    'jangan kasih tahu siapa pelapornya',
    'jangan sampai ketahuan saya yang melapor',
    'saya lapor tanpa nama',
    'tanpa menyebut nama saya',
    'tanpa mencantumkan identitas saya',
    'keep my name secret',
    'please keep my identity confidential',
    "don't mention my name",
    'do not disclose my identity',
    'please do not publish my name',
    'my name should not be published',
    'my identity must not be disclosed',
    'please hide my name',
  ]
  const wholes = ['laporan ini', 'laporan saya', 'aduan saya', 'pengaduan ini', 'sms ini', 'laporanku']
  const publicly = [
    'dipublikasikan',
    'dipublish',
    'disebarkan',
    'disebarluaskan',
    'diumumkan',
    'dipublikasi',
    'diposting',
    'diviralkan',
    'ditayangkan',
    'diekspos',
  ]
  const confidential = [
    ...pairs(wholes, publicly).map(([whole, verb], at) => `${whole} ${pick(nots, at)} ${verb}${pick(ends, at)}`),
    ...pairs(nots, publicly).map(([not, verb], at) => `${not} ${verb}${pick(ends, at)}`),
    ...pairs(wholes, ['publikasikan', 'sebarkan', 'umumkan', 'posting', 'publish', 'tampilkan']).map(
      ([whole, verb], at) => `${pick(nots.slice(0, 7), at)} ${verb} ${whole}${pick(ends, at)}`,
    ),
    ...pairs(wholes, ['dirahasiakan', 'mohon dirahasiakan', 'rahasia', 'tolong dirahasiakan', 'bersifat rahasia']).map(
      ([whole, verb], at) => `${whole} ${verb}${pick(ends, at)}`,
    ),
    ...wholes.flatMap((whole) => [
      `rahasiakan ${whole}`,
      `tolong rahasiakan ${whole} ya`,
      `mohon ${whole} tidak dibuka untuk umum`,
      `jangan kasih tahu siapapun tentang ${whole}`,
    ]),
    'keep this confidential',
    'please keep this secret',
    'keep it private',
    'please keep my report confidential',
    'this report is confidential',
    'do not publish this',
    "please don't share this",
    'do not publish my report',
    'jangan kasih tahu siapa siapa',
    'jangan bilang siapa-siapa',
    'jangan cerita ke siapapun',
    'mohon tidak dipublikasikan',
    'saya minta dirahasiakan',
    'harap tdk disebarkan',
    'saya mau laporan ini rahasia',
  ]
  return { anonymous, confidential }
}

/** Letters that go wrong in a long word: one left out, two changed round. */
export function mistyped(phrase: string, at: number): string {
  const words = phrase.split(' ')
  const where = words.findIndex((word) => word.length >= 10)
  if (where < 0) return phrase
  const word = words[where] as string
  const out = 3 + (at % 4)
  const swap = word.length - 4
  const without = `${word.slice(0, out)}${word.slice(out + 1)}`
  const wrong = at % 2 ? without : `${word.slice(0, swap)}${word[swap + 1]}${word[swap]}${word.slice(swap + 2)}`
  return words.with(where, wrong).join(' ')
}

/** They speak of names, numbers, secrets and refusals, and ask for none of it. */
export const nearMisses = `sudah jadi rahasia umum lurah minta uang
bukan rahasia lagi pungutan di samsat
ini rahasia umum di kampung kami
jangan sebut ini proyek kecil
tolong sebutkan nama petugas yang jaga
nama jalan tidak disebut di peta
nama saya tidak tercantum di daftar penerima bantuan
nama saya tidak ada di dtks
nama saya tidak muncul di aplikasi cek bansos
mohon dicek nama saya tidak terdaftar
nama anak saya tidak keluar di pengumuman
nama jalan tidak ditulis di papan
nama petugas tidak dicantumkan di surat
nama pelaku jangan disembunyikan
nama oknum jangan dilindungi
identitas pelaku jangan ditutupi
jangan lindungi pelaku
jangan melindungi oknum polisi
tolong jangan tutupi kasus ini
jangan tutup jalan ini
jalan jangan ditutup pak
portal jangan dibuka terlalu malam
pintu air jangan dibuka semua
jangan buka loket cuma satu
loket tidak dibuka sampai siang
nomor antrian tidak ditampilkan di layar
nomor telepon puskesmas tidak dicantumkan
mohon nomor telepon kantor ditampilkan
nomor rumah tidak ditulis jelas
alamat kantor tidak disebutkan di web
mohon alamat puskesmas dicantumkan
mohon jadwal diumumkan
mohon hasil seleksi diumumkan
hasil seleksi tidak diumumkan
hasil seleksi belum dipublikasikan
kenapa hasil tender tidak dipublikasikan
mengapa anggaran desa tidak diumumkan
kenapa laporan saya tidak ditampilkan
kenapa nama saya tidak dicantumkan
mohon anggaran desa dipublikasikan
tolong umumkan jadwal air mati
data penerima bansos jangan hanya diumumkan di kantor desa
jangan hanya dipublikasikan tapi tidak dikerjakan
jangan cuma ditulis di spanduk
jangan menyebar hoax di grup warga
warga jangan menyebarkan fitnah
jangan sebarkan brosur di jalan
jangan buang sampah sembarangan
jangan parkir di jalan umum
jangan merokok di tempat umum
jangan berjualan di fasilitas umum
mohon fasilitas umum jangan dirusak
angkutan umum tidak lewat
penerangan jalan umum mati
tolong jaga nama baik pemerintah
mohon jaga kebersihan pasar
tolong jaga keamanan data warga
mohon lindungi anak anak dari rokok
tolong lindungi hutan kota
lindungi warga dari debu
perlindungan anak tidak jalan
pelindung jalan rusak
jangan bilang sedang diproses terus
jangan bilang tidak ada anggaran
jangan cerita saja pak
jangan sampai ada korban
jangan sampai pak lurah tidak tahu
pak lurah tidak tahu jalan rusak
petugas tidak tahu aturan
saya tidak tahu lapor ke mana
saya tidak tahu siapa yang buang sampah
siapa yang melapor harus sabar
siapa pelapor pertama dapat hadiah
saya yang lapor kemarin soal lampu
saya sudah lapor tapi tidak ditanggapi
laporan saya tidak ditindaklanjuti
laporan saya tidak muncul di web
laporan saya tidak ditampilkan
aduan saya jangan dibiarkan
aduan jangan hanya dibaca
laporan ini jangan diabaikan
mohon laporan saya ditampilkan
surat saya tidak dibalas
pesan saya tidak dibaca
email kami tidak dibalas
sms tidak masuk
jalan tanpa nama di belakang pasar
gang tanpa nama itu gelap
surat tanpa nama pengirim beredar
petugas tanpa identitas menarik retribusi
petugas tidak memakai tanda nama
petugas tidak mau menyebut nama
petugas tidak menunjukkan identitas
dokter menulis nama obat tidak jelas
nama di ktp saya salah tulis
nama saya salah ditulis di akta
mohon nama saya dicantumkan di daftar
tolong tampilkan nama penerima bansos
tolong buka data penerima bansos
mohon buka identitas pelaku
kotak suara tidak rahasia
jangan dirahasiakan hasil rapat
jangan rahasiakan anggaran desa
pipa bocor jangan dibiarkan
jangan sampai bocor lagi pipanya
anggaran jangan dibocorkan ke kantong pribadi
genteng bocor tolong ditutup
lubang tolong ditutup
the road name is not shown on the map
please publish the budget
do not share the road with trucks
nobody keeps the road clean
my name is not on the list
please mention the office that is responsible`.split('\n')
