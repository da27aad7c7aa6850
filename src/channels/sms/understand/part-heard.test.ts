import { expect, test } from 'vitest'
import { announcedIn } from './announced.ts'
import { longestHeard, partHeard } from './part-heard.ts'
import { understand } from './understand.ts'

const own = { trackingId: 'K7M2QX4PR', open: true, awaits: 'judgement' as const }
const lamp = 'Lampu jalan di depan pasar Oeba mati sejak banjir. '

test.each([
  ['a whole story', lamp.repeat(2_000)],
  ['one letter a line', 'a\n'.repeat(50_000)],
  ['a single word', 'a'.repeat(100_000)],
  ['faces', '😀'.repeat(50_000)],
])('of %s at most so many letters are handed to understanding, and none is lost', (_, text) => {
  const { heard, rest } = partHeard(text)
  expect(heard.length).toBeLessThanOrEqual(longestHeard)
  expect(heard.isWellFormed()).toBe(true)
  expect(heard + rest).toBe(text)
})

test('a long complaint is filed with every word of it, for the office that it names in front', () => {
  const keywords = [{ word: 'KOTKUPANG', agencyId: 'kota-kupang' }]
  const text = lamp.repeat(400)
  expect(understand(text, [], [])).toMatchObject({ kind: 'file', text: text.trimEnd() + ' ' })
  expect(understand(`KOTKUPANG ${text}`, keywords, [])).toMatchObject({
    agencyId: 'kota-kupang',
    text: expect.stringMatching(new RegExp(`^${lamp}[^]{${lamp.length * 399 - 1},}`)),
  })
})

test('whoever writes YA and then pages more closes nothing by it, stops nothing, and opens nothing', () => {
  for (const command of ['YA', 'STOP', 'RAHASIA', 'CABUT']) {
    const text = `${command}${'\n'.repeat(longestHeard)}${lamp}`
    expect(understand(text, [], [own]), command).toMatchObject({ kind: 'ask', question: 'new_or_reply' })
  }
})

test('another report that a long letter announces keeps all its words', () => {
  const announced = announcedIn(`Sudah beres. Ini laporan baru. ${lamp.repeat(400)}AKHIR`, [], [own])
  expect(announced?.text).toMatch(/^Ini laporan baru\. Lampu[^]*AKHIR$/)
})
