import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { raisedBy, wishesIn, wishesAnything } from './raised-by.ts'

const confidential = { anonymous: false, confidential: true }
const anonymous = { anonymous: true, confidential: false }
const nothing = { anonymous: false, confidential: false }

test.each([
  'RAHASIA lurah minta uang pelicin',
  'RAHASIA. Lurah minta uang pelicin',
  'KOTKUPANG RAHASIA lurah minta uang pelicin',
  'BALAS RAHASIA pak lurah minta uang lagi',
  'BELUM RAHASIA pak lurah minta uang lagi',
  'K7M2QX4PW RAHASIA pak lurah minta uang lagi',
  'BELUM K7M2QX4PW, RAHASIA pak lurah minta uang lagi',
  'Lurah minta uang pelicin. RAHASIA',
  'lurah minta uang pelicin rhasia ya pak',
  'Lurah minta uang pelicin, RAHASIA, mohon ditindak',
  'Lurah minta uang pelicin, tolong dirahasiakan',
  'Lurah minta uang. Laporan ini bersifat rahasia, terima kasih',
  'Lurah minta uang. Mohon dijaga kerahasiaannya',
  'Lurah minta uang. Jangan dipublikasikan ya pak',
])('nobody shall read it: %s', (text) => expect(wishesIn(text)).toEqual(confidential))

test.each([
  'ANONIM lurah minta uang pelicin',
  'Lurah minta uang pelicin ANONIM',
  'Lurah minta uang, tolong rahasiakan nama saya',
  'rahasiakan nama saya, lurah minta uang',
  'Lurah minta uang. Mohon identitas saya dirahasiakan',
  'Lurah minta uang, mohon dijaga kerahasiaan identitas saya',
  'Lurah minta uang. Jangan sebut nama saya ya',
])('nobody shall learn who wrote it: %s', (text) => expect(wishesIn(text)).toEqual(anonymous))

test.each([
  'rahasiakan nama saya dan jangan dipublikasikan',
  'jangan dipublikasikan dan rahasiakan nama saya',
  'rahasiakan nama saya jangan dipublikasikan',
  'jangan dipublikasikan tolong rahasiakan nama saya',
  'nama saya dirahasiakan, laporan ini jangan diumumkan',
  'identitas saya dirahasiakan serta laporan tidak dipublikasikan',
  'jangan sebut nama saya dan jangan dimuat di web',
  'rahasiakan nama saya dan jangan sampai orang lain baca',
  'jangan disebarluaskan laporan ini, rahasiakan identitas saya',
  'rahasiakan nama dan laporan saya',
  'jangan publikasikan laporan dan nama saya',
  'anonim, jangan dimuat',
  'jangan diumumkan & jangan sebut nama saya',
  "don't publish this, keep my name secret",
])('who says both wants neither known: %s', (wish) => {
  const both = { anonymous: true, confidential: true }
  const complaint = 'Lurah minta uang pelicin'
  for (const text of [wish, `${complaint}. ${wish}.`, `${wish}. ${complaint}`, `${complaint}, ${wish}`]) {
    expect([text, wishesIn(text)]).toEqual([text, both])
    expect([text, raisedBy(text).raise]).toEqual([text, 'confidential'])
  }
})

test.each([
  'jangan diumumkan',
  'jangan dimuat',
  'jangan disebarluaskan laporan ini',
  'jangan sampai orang lain baca',
  'laporan ini jangan dibaca orang lain',
  'jangan ada yang baca selain admin',
  'jgn smpe org lain tau',
  'jangan diterbitkan ya pak',
  'jangan dimasukkan ke internet',
  'tidak untuk dipublikasikan',
])('in words of every day: %s', (wish) => {
  expect(wishesIn(`Lurah minta uang pelicin. ${wish}`)).toEqual(confidential)
})

test.each([
  'nama saya jangan dipublikasikan',
  'nama dan nomor saya jangan dipublikasikan',
  'jangan diumumkan nama saya',
  'rahasiakan nama saya dan jangan dipublikasikan nama saya',
  'rahasiakan nama saya dan laporan saya segera diproses',
  'jangan sampai orang lain tahu siapa saya',
  'identitas saya jangan sampai orang lain tahu',
  'jangan sampai orang lain tahu nama saya',
])('of the name alone the report stays to be read: %s', (wish) => {
  expect(wishesIn(`Lurah minta uang pelicin. ${wish}`)).toEqual(anonymous)
})

test.each([
  'truk jangan dimuat sampai penuh',
  'pasir jangan dimuat',
  'pedagang jangan ditertibkan di pasar',
  'jangan dipasang tiang di depan rumah',
  'lubang itu jangan dilihat saja',
  'jalan ini jangan dibuka untuk umum dulu',
  'pengumuman tidak dimuat di web desa',
  'masyarakat tidak tahu ke mana dananya',
  'sudah ditegur tapi warga tidak mau tau dan tetap membakar sampah',
])('what is forbidden of other things hides nothing: %s', (text) => expect(wishesIn(text)).toEqual(nothing))

test.each([
  'sudah jadi rahasia umum lurah minta uang',
  'bukan rahasia lagi kalau pengurusan ktp pakai uang',
  'hasil rapat mohon jangan dirahasiakan kepada warga',
  'Jalan rusak.\nEmail ini dan lampirannya bersifat rahasia',
  'penerima bantuan tidak sesuai daftar',
])('it asks for nothing: %s', (text) => expect(wishesIn(text)).toEqual(nothing))

test('both are heard, and the word in front is taken out of the text', () => {
  const text = 'RAHASIA lurah minta uang, tolong rahasiakan nama saya'
  expect(wishesIn(text)).toEqual({ anonymous: true, confidential: true })
  expect(raisedBy(text)).toMatchObject({ raise: 'confidential', text: expect.stringMatching(/^lurah/) })
})

// Only counts are expected: a failing test must not print what people wrote.
const folder = path.resolve(import.meta.dirname, '../../../../shared/data/complaints')
const isHere = existsSync(folder)

describe.skipIf(!isHere)('real complaints', () => {
  test('of 2,098 hardly one is hidden that does not ask for it', () => {
    const texts = ['purbalingga_keluhan.jsonl', 'lapor_goid_2017.jsonl', 'lapor_goid_2021.jsonl'].flatMap((name) => {
      const lines = readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean)
      return lines.map((line) => (JSON.parse(line) as { text: string }).text)
    })
    const hidden = texts.filter((text) => wishesAnything(text))
    console.log(`real complaints hidden unasked: ${hidden.length} of ${texts.length}`)
    expect(texts.length).toBeGreaterThan(2_000)
    expect(hidden.length).toBeLessThanOrEqual(3)
  })
})
