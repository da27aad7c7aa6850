import { expect, test } from 'vitest'
import { asNew } from '../../asked/as-new.ts'
import { understandReply } from '../../email/understand-mail.ts'
import { idles } from './idles.ts'
import { readWords } from './read-words.ts'
import { answered, closed, heard, lamp, nothing, open, question, road } from './testing/standings.ts'
import type { OwnReport } from './understood.ts'

// Thanks, agreement, waiting and good wishes are none of anybody's business, however they are typed.

const idle = [
  'mksih',
  'mksih ya min',
  'mkasih pak',
  'mkasih',
  'trimakasih byk pak',
  'makasih byk',
  'mksih byk',
  'terimakasi pak',
  'trmksh',
  'trm kasih',
  'trima ksh bnyk',
  'terima ksh',
  'mksi',
  'maksih',
  'terimaksih',
  'trimaksihh min',
  'tengkyu min',
  'ok ditunggu',
  'oke ditunggu ya pak',
  'siap ditunggu',
  'sip dtnggu pak',
  'baik kami tunggu kabarnya',
  'amin',
  'aamiin ya pak',
  'semoga cepat beres',
  'smoga lancar semuanya pak',
  'mudah2an cpt selesai',
  'semoga bapak sehat selalu',
]

test.each(idle)('"%s" is no report, no refusal and no verdict, by SMS or e-mail', (text) => {
  const silent: OwnReport[] = [{ trackingId: road, open: false, awaits: 'judgement' }]
  expect(idles(text)).toBe(true)
  expect(heard(text, nothing)).toEqual(question('what_happened'))
  expect(heard(text, open)).toEqual({ kind: 'status', trackingId: road })
  expect(heard(text, closed)).toEqual({ kind: 'status', trackingId: road })
  expect(heard(text, silent)).toEqual({ kind: 'status', trackingId: road })
  expect(heard(text, answered)).toEqual(question('yes_or_no', road))
  expect(heard(text, [...open, { trackingId: lamp, open: true }]).kind).toBe('status')
  expect(asNew(text, [])).toBeUndefined()
  const mailed = (own: OwnReport[]) => own.map((one) => understandReply(text, one))[0]
  expect(mailed(answered)).toEqual(question('yes_or_no', road))
  const over = mailed(closed)
  expect(over?.kind === 'status' || (over?.kind === 'reply' && over.isNote), JSON.stringify(over)).toBe(true)
})

test.each([nothing, open, closed, answered])(
  '"alhmdllh" is heard as "alhamdulillah", whatever was filed (%#)',
  (...own) => {
    const [mistyped, written] = ['alhmdllh', 'alhamdulillah'].map((text) => heard(text, own))
    expect({ ...mistyped, text: '' }).toEqual({ ...written, text: '' })
  },
)

test.each([
  'mksih pak tp msh mati',
  'ok tapi mati lagi',
  'sampai kapan sabar',
  'tunggu 3 hari belum ada',
  'kami menunggu',
  'semoga tidak banjir lagi',
  'semoga cepat diperbaiki',
  'ditunggu sampai sekarang',
  'mksih lampu jalan di Oesapa mati',
  'oke kapan diperbaiki?',
  'ya',
  'nilai 4',
])('"%s" says more', (text) => {
  expect(idles(text)).toBe(false)
})

test.each([
  'kasih',
  'masih',
  'kasus',
  'kasir',
  'terima',
  'kasi',
  'makassar',
  'maksa',
  'tangga',
  'tetangga',
  'ditanggung',
  'minta',
  'tempat',
])('"%s" stays what it is', (word) => expect(readWords(`di ${word} kami`)[1]?.word).toBe(word))
