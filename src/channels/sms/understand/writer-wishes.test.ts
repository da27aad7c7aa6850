import { expect, test } from 'vitest'
import { wishesIn } from '../../arrivals/raised-by.ts'
import { answered, closed, file, heard, nothing, open, question, road, twoOpen } from './testing/standings.ts'

// In a wish LAPOR commands nothing: it is about the report that is there.
const anonymous = `jangan bilang saya yang lapor ya
jgn kasi tau lurah kalau sy yg lapor
jgn sampai ketahuan saya yg lapor
jangan kasih tau siapa yang lapor
tolong jangan kasih tahu kalau saya yang lapor
jangan sebut nama saya yang lapor
jangan bilang2 saya yang lapor pak
jgn blg sy yg lapor
pak lurah jangan sampai tahu kalau saya yang lapor
saya yang lapor jangan dibilang ke lurah
saya pelapornya jangan diberitahu ke kades
rahasiakan kalau saya yang lapor
rahasiakan saya yang lapor
tolong rahasiakan siapa yang lapor
jangan bilang laporan ini dari saya
tolong samarkan nama saya yang lapor
tolong nama saya jangan dikasih tahu ke lurah
tanpa nama ya pak
tanpa identitas ya
gak usah pake nama
jangan bilang dari saya ya
jangan bilang ini dari saya
jgn blg dr sy ya pak
jangan kasih tau dari siapa
jangan sampai ketahuan
saya tidak mau ketahuan
saya takut ketahuan
nama saya jangan dibawa-bawa
hapus nama saya dari laporan
jangan kasih nama saya
nama saya jangan ada di laporan
jangan bilang pak lurah ya
tolong nama saya jangan sampai ketahuan pihak sekolah
nama saya jangan sampai ketahuan pihak SMPN 40 pak
nama saya jangan sampai diketahui pihak puskesmas
jangan sampai ketahuan pihak kecamatan
tolong jangan sampai ketahuan sama kepala desa saya
jangan sampai ketahuan orang kantor ya pak
saya takut ketahuan orang kantor
saya takut kalau bidan tahu siapa yang lapor
tolong jangan bilang saya yang kasih tahu
tolong jangan bilang saya yang kasih info
jangan bilang saya yang cerita ya
jangan bilang kalau saya yang sampaikan
jangan bilang ke kepala puskesmas kalau saya yang lapor
jangan kasih tau ke pihak sekolah anak saya bahwa saya yang lapor
jangan sampai pihak puskesmas tahu siapa yang lapor
min jangan sampai pengelola pasar tau kalau saya yang lapor
saya mohon perlindungan identitas`.split('\n')

test.each(anonymous)('of who has a report, nothing is filed and the name is hidden: %s', (text) => {
  const wish = { kind: 'raise', trackingId: road, what: 'anonymous' }
  for (const own of [open, closed, answered]) expect(heard(text, own)).toEqual(wish)
  expect(heard(text, twoOpen)).toEqual(question('which_or_all'))
  expect(heard(text, nothing)).toEqual(question('what_happened'))
  expect(wishesIn(`lurah minta uang di loket. ${text}`)).toMatchObject({ anonymous: true })
})

test.each([
  'ini antara kita saja ya pak',
  'cukup bapak saja yang tahu',
  'hanya admin yg tau ya',
  'antara saya dan bapak saja',
  'jangan kasih tau siapa2 ya',
  'jgn bilang siapa² pak',
  'jangan bilang2 ya pak',
  'jangan cerita-cerita ya bu',
])('between who writes and who reads, all of it is hidden: %s', (text) => {
  for (const own of [open, closed, answered])
    expect(heard(text, own)).toEqual({ kind: 'raise', trackingId: road, what: 'confidential' })
  expect(heard(text, nothing)).toEqual(question('what_happened'))
  expect(wishesIn(`kepsek minta uang 500 ribu. ${text}`)).toMatchObject({ confidential: true })
})

test.each([
  'tolong jaga privasi saya',
  'privasi tolong dijaga',
  'tolong privasi sy dijaga ya',
  'tolong identitas dijaga ya',
  'jgn sebut sy ya pak, bahaya',
  'sy gak mau disebut',
  'saya jangan disebut',
  'jgn bawa2 saya ya pak',
  'jangan libatkan saya',
  'jgn sampai orang kelurahan tau ini',
])('who wrote it is hidden, in a complaint and of one: %s', (text) => {
  expect(wishesIn(`ada pungli di puskesmas sikumana, ${text}`)).toMatchObject({ anonymous: true })
  if (!text.includes('bahaya'))
    expect(heard(text, open)).toEqual({ kind: 'raise', trackingId: road, what: 'anonymous' })
})

test.each([
  'tlg dirahasiakan jg laporannya',
  'dirahasiakan jg laporannya',
  'yg tadi jgn dibuka ke umum ya pak',
  'jaga kerahasiaan saya ya',
  'tolong jgn bocor ya pak',
  'jangan bocorkan ya',
])('all of it is hidden, in a complaint and of one: %s', (text) => {
  expect(wishesIn(`ada pungli di puskesmas sikumana. ${text}`)).toMatchObject({ confidential: true })
  expect(heard(text, open)).toEqual({ kind: 'raise', trackingId: road, what: 'confidential' })
})

test.each([
  'pipa PDAM bocor, jangan sampai bocor lagi',
  'tolong dijaga kebersihan pasar',
  'nama baik sekolah tolong dijaga',
  'tolong dijaga pintu air',
  'identitas saya hilang tolong dibantu',
  'saya tidak disebut dalam daftar penerima',
  'saya tidak mau bilang',
  'agar jangan melibatkan rw dan rt setempat',
  'pasar jangan dibuka untuk umum',
])('a pipe, a gate, a list are no wish: %s', (text) =>
  expect(wishesIn(text)).toEqual({ anonymous: false, confidential: false }),
)

test('of a name only the name is hidden: who reads it may know it', () => {
  expect(wishesIn('cukup admin yang tau nama saya, kepsek minta uang')).toEqual({
    anonymous: true,
    confidential: false,
  })
})

test.each([
  'hanya kepala desa yang tahu dana desa ke mana',
  'bukan cuma bapak yang tahu',
  'kok hanya pak lurah yang tahu soal bansos',
  'jangan cuma kita yang tahu, umumkan ke warga',
])('of somebody else, or denied, it is no wish: %s', (text) =>
  expect(wishesIn(text)).toEqual({ anonymous: false, confidential: false }),
)

test.each([
  'mohon hapus nama saya dari daftar penerima bansos',
  'nama saya hilang dari daftar',
  'jangan bilang dari pusat tidak ada dana',
  'toko tanpa nama jual miras',
  'tanpa nama jalan susah dicari',
  'petugas tidak bilang dari mana asal obatnya',
  'jangan lupa bilang saya yang lapor',
  'jangan sampai pak lurah tidak tahu jalan rusak',
  'jangan sampai ketahuan belangnya baru diperbaiki',
  'lapor2 terus jalan tidak diperbaiki',
  'mereka jual miras jangan sampai ketahuan polisi',
  'pedagang takut ketahuan petugas',
  'jangan dibuka lagi warung itu karena saya sudah lapor polisi',
  'jangan sampai warga tidak tahu jadwal air',
  'nama saya tidak diketahui petugas di daftar bansos',
])('no wish, however alike: %s', (text) => {
  expect(heard(text, nothing)).toEqual(file(text))
  expect(wishesIn(text)).toEqual({ anonymous: false, confidential: false })
})
