import { expect, test } from 'vitest'
import { keywords } from './testing/utterances.ts'
import { type OwnReport, understand } from './understand.ts'

const [road, lamp, strangers] = ['K7M2QX4PW', '3CDFHJKM2', 'HJ7TWX3DP']
const one = (awaits?: OwnReport['awaits']): OwnReport[] => [{ trackingId: road, open: true, ...(awaits && { awaits }) }]
const [nothing, open, asked, answered] = [[], one(), one('details'), one('judgement')]
const twoOpen: OwnReport[] = [...open, { trackingId: lamp, open: true }]
const heard = (text: string, own: OwnReport[]) => understand(text, keywords, own)
const file = (text: string) => ({ kind: 'file', text })
const question = (question: string, about?: string) => ({ kind: 'ask', question, ...(about && { about }) })
const withdraw = (trackingId: string, more = {}) => ({ kind: 'withdraw', trackingId, ...more })

test.each([
  ['CABUT', open, withdraw(road)],
  ['saya mau cabut laporan saya', answered, withdraw(road)],
  ['batalkan laporan saya', asked, withdraw(road)],
  [`CABUT ${lamp}`, twoOpen, withdraw(lamp)],
  ['CABUT', twoOpen, question('which_report')],
  [`CABUT ${strangers}`, open, question('no_such_report', strangers)],
  ['cabut laporan saya', nothing, question('no_such_report')],
  ['cabut laporan saya karena sudah diperbaiki', nothing, question('no_such_report')],
  ['BALAS CABUT', asked, withdraw(road)],
  ['KOTKUPANG CABUT', open, withdraw(road)],
  [
    'laporan saya dibatalkan saja, sudah diperbaiki',
    open,
    withdraw(road, { text: 'laporan saya dibatalkan saja, sudah diperbaiki' }),
  ],
  ['gak jadi pak, cabut saja', answered, withdraw(road)],
  ['gak jadi pak, cabut saja', asked, withdraw(road)],
  ['batalkan saja pak', answered, withdraw(road)],
  ['maaf min, batalin aja, gajadi', open, withdraw(road)],
  ['gajadi deh', open, withdraw(road)],
  ['gak jadi pak', open, withdraw(road)],
  ['ga jd deh kak, makasih', open, withdraw(road)],
  ['eh tdk jadi lapor min', open, withdraw(road)],
  ['eh gak jadi min', nothing, question('what_happened')],
  ['gak jadi pak', twoOpen, question('which_report')],
  ['gak jadi pak', answered, question('new_or_reply', road)],
  ['gak jadi pak', asked, { kind: 'reply', trackingId: road, text: 'gak jadi pak' }],
  ['gak jadi datang petugasnya', open, question('new_or_reply', road)],
  ['gak jadi diperbaiki pak', open, question('new_or_reply', road)],
  ['batal', asked, { kind: 'reply', trackingId: road, text: 'batal' }],
  ['cabut gigi di puskesmas mahal sekali', open, file('cabut gigi di puskesmas mahal sekali')],
  ['listrik rumah kami dicabut petugas PLN', [], file('listrik rumah kami dicabut petugas PLN')],
  ['listrik rumah kami dicabut petugas PLN', open, question('new_or_reply', road)],
])('%s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))
