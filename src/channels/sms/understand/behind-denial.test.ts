import { expect, test } from 'vitest'
import { announcedIn } from './announced.ts'
import { answered, asked, heard, open, question, road, twoAnswered } from './testing/standings.ts'

const denied = (text: string) => ({ kind: 'not_done', trackingId: road, text })

test.each([
  ['belum.', 'oh ya di gang mawar jg ada jalan rusak parah'],
  ['blm jg.', 'trus ada pohon tumbang di depan sdn 2 sikumana'],
  ['belum,', 'dan air pdam di liliba juga mati'],
  ['blm,', 'terus di pasar oeba sampah juga numpuk'],
  ['belum', 'trus di liliba pipa pdam bocor'],
  ['belum pak.', 'oiya got di jalan timor raya jg mampet parah'],
  ['Belum pak,', 'dan di Jl. Bumi 2 juga ada tiang listrik miring'],
  ['belum beres,', 'dan jembatan di noelbaki juga retak'],
  ['belum, lampunya masih mati di depan gereja.', 'oh ya di gang mawar jg ada jalan rusak'],
  ['masih gelap.', 'oh ya ada kabel putus di depan puskesmas oesapa'],
  ['blm pak.', 'sekalian lapor, sampah numpuk di pasar oeba'],
])('behind "%s" another complaint is a report of its own, and the denial its reply: %s', (front, another) => {
  const text = `${front} ${another}`
  expect(heard(text, answered)).toEqual({
    kind: 'several',
    each: [{ kind: 'file', text: another }, denied(front.replace(/,$/, ''))],
    clauses: [text, front],
  })
  expect(announcedIn(text, [], answered)).toEqual({ front, text: another })
})

test.each([
  'belum, lampunya masih mati di depan gereja',
  'belum. jalan di depan gereja juga masih rusak',
  'belum, dan sampah di depan pasar juga belum diangkut',
  'belum, di rt 6 juga mati',
  'belum, lampu jalan juga mati',
  'belum pak, air di rumah saya juga kotor',
  'belum, petugas juga tidak datang ke rumah saya',
  'belum, trus petugasnya tidak pernah datang di lokasi',
  'belum. oh ya petugas kemarin cuma foto di depan pasar',
  'belum. trus lampu di depan gereja itu makin gelap',
  'belum. trus kapan dikerjakan',
  'belum. terus terang saya kecewa dengan dinas di kupang',
  'belum. sampai sekarang jalan di oesapa juga rusak',
  'belum pak, sampah masih menumpuk di depan pasar dan bau',
  'belum. dinas juga bohong, tidak ada tukang di lokasi',
])('why not is told whole, and nothing is filed: %s', (text) => {
  expect(heard(text, answered)).toEqual(denied(text))
  expect(announcedIn(text, [], answered)).toBeUndefined()
})

test('in a letter that tells one story nothing is taken apart', () => {
  const story = 'Belum selesai. Sampah menumpuk di depan pasar Oeba sejak Senin. Bau sampah juga sampai di sekolah.'
  expect(announcedIn(story, [], answered)).toBeUndefined()
})

test.each(['belum, dan air pdam di liliba juga mati', 'blm. sekalian lapor, sampah numpuk di pasar oeba'])(
  'of two that were answered it is asked which, and all that was said is kept: %s',
  (text) => expect(heard(text, twoAnswered)).toEqual(question('which_report')),
)

test('of what was not answered nothing is taken apart', () => {
  const text = 'belum, dan air pdam di liliba juga mati'
  for (const own of [open, asked]) expect(announcedIn(text, [], own)).toBeUndefined()
})
