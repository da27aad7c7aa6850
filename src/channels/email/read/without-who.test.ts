import { expect, test } from 'vitest'
import { signerOf } from './signer.ts'
import { withoutWho } from './without-who.ts'

const marta = signerOf({ name: 'Marta Bire', from: 'marta.bire@rumah.test' })

test.each([
  ['Nama saya Marta, saya takut.', 'Nama saya [disamarkan], saya takut.'],
  ['Saya, Marta Bire, melihat sendiri.\nMohon dicek.', 'Saya, [disamarkan], melihat sendiri.\nMohon dicek.'],
  [
    'Belum pak.\nMarta mohon bantuan\nBire Marta hp 0812-3456-7890',
    'Belum pak.\nMarta mohon bantuan\n[disamarkan] hp [disamarkan]',
  ],
  ['Masih diminta pak marta', 'Masih diminta pak marta'],
  ['Masih diminta. Tolong ya, Marta 🙏', 'Masih diminta. Tolong ya, [disamarkan] 🙏'],
])('what tells who wrote goes, wherever it stands: %j', (text, left) => {
  expect(withoutWho(text, marta)).toBe(left)
})

test.each([
  'Kades Marta meminta uang.',
  'Yang meminta uang adalah Kades Marta',
  'Lampu mati di depan toko Marta',
  'Hubungi penipunya di 0812-3456-7890',
  'Jalan Bire rusak parah sejak Maret.',
])('whoever else bears a word of that name is still named: %j', (text) => {
  expect(withoutWho(text, marta)).toBe(text)
})

test('a text without end is read in no time', () => {
  const begun = performance.now()
  withoutWho('marta lampu '.repeat(10_000), marta)
  withoutWho('Marta Bire\n'.repeat(10_000), marta)
  expect(performance.now() - begun).toBeLessThan(2_000)
})
