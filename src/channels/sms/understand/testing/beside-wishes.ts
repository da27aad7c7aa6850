/** Wishes to be hidden, as people put them before or behind something else. */
export const besideWishes = [
  'tolong rahasiakan nama saya',
  'mohon identitas saya dirahasiakan',
  'nama saya jangan disebut ya pak',
  'jangan bilang saya yang lapor',
  'tolong jangan dipublikasikan',
  'RAHASIA',
  'ANONIM',
] as const

/** Ordinary answers to "where, who, when, how many?": what is said in them stands nowhere else. */
export const ordinaryAnswers = `Oesapa Barat
di Oesapa Barat RT 3
depan masjid raya
RT 4 RW 2 kelurahan Fatululi
di rumah pak lurah
dekat SD Inpres 2
jalan Bajawa nomor 4
kepala sekolah
pak lurah yang minta
bu camat
orang dinas
tetangga saya
pak RT yang minta
bendahara desa
guru kelas lima
petugas loket
polisi lalu lintas
mereka semua
warga sekitar
bupati sendiri
namanya Budi
nama saya Budi
kakak saya yang kena
akun Facebook palsu
koran Pos Kupang
hari Senin
sejak tanggal 5
jam 9 pagi
tadi malam jam dua
minggu lalu
setiap hari Jumat
tiga rumah
lima puluh ribu rupiah
dua kali
warna hijau
tiang nomor 12
masih sama
sudah dua hari
lewat ATM
surat pindah`.split('\n')

export const separators = [', ', '. ', ' ', '\n'] as const

export type BesideWish = { text: string; answer: string; wish: string }

/** Each answer before and behind each wish, in every way in which they are set apart. */
export function besideEach(): BesideWish[] {
  return besideWishes.flatMap((wish) =>
    ordinaryAnswers.flatMap((answer) =>
      separators.flatMap((apart) => [
        { text: `${wish}${apart}${answer}`, answer, wish },
        { text: `${answer}${apart}${wish}`, answer, wish },
      ]),
    ),
  )
}
