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
jangan bilang pak lurah ya`.split('\n')

test.each(anonymous)('of who has a report, nothing is filed and the name is hidden: %s', (text) => {
  const wish = { kind: 'raise', trackingId: road, what: 'anonymous' }
  for (const own of [open, closed, answered]) expect(heard(text, own)).toEqual(wish)
  expect(heard(text, twoOpen)).toEqual(question('which_or_all'))
  expect(heard(text, nothing)).toEqual(question('what_happened'))
  expect(wishesIn(`lurah minta uang di loket. ${text}`)).toMatchObject({ anonymous: true })
})

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
])('no wish, however alike: %s', (text) => {
  expect(heard(text, nothing)).toEqual(file(text))
  expect(wishesIn(text)).toEqual({ anonymous: false, confidential: false })
})
