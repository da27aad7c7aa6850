import { expect, test } from 'vitest'
import type { Post } from '../post.ts'
import { understandPost } from './understand-post.ts'

const us = { userId: '1708', handle: 'lapor1708' }

function post(text: string, more: Partial<Post> = {}): Post {
  const plain = { isRetweet: false, isQuote: false, pictures: [], earlier: [], hashtags: [] }
  return { kind: 'post', id: '1', authorId: '2', text, mentions: ['lapor1708'], ...plain, ...more }
}

test.each([
  ['two words that name no trouble we know', '@lapor1708 ijazah ditahan', {}, 'unsure'],
  [
    'words about how reports are handled, and no trouble',
    '@lapor1708 laporan kok tidak pernah ditanggapi ya',
    {},
    'unsure',
  ],
  [
    'the same, of a trouble at a place',
    '@lapor1708 laporan lampu jalan mati di Jl. Timor Raya kok tidak ditanggapi',
    {},
    'report',
  ],
  ['words about the app', '@lapor1708 kenapa saya selalu gagal upload foto ya', {}, 'unsure'],
  ['thanks for work that is done', 'Terima kasih @lapor1708 jalan sudah diperbaiki', {}, 'unsure'],
  [
    'thanks, and what is wrong besides',
    'Terima kasih @lapor1708 jalan sudah diperbaiki, tapi lampu jalan di Oesapa mati',
    {},
    'report',
  ],
  [
    'thanks in front of a complaint that names repaired things',
    'Makasih @lapor1708, selokan di depan pasar sudah dibersihkan tapi mampet lagi',
    {},
    'report',
  ],
  ['a greeting', '@lapor1708 halo', {}, 'ignore'],
  ['our name and nothing else', '@lapor1708', {}, 'ignore'],
  [
    'a picture without words',
    '@lapor1708 https://t.co/abc',
    { pictures: ['https://pbs.twimg.com/media/a.jpg'] },
    'report',
  ],
  ['a word beside a picture', '@lapor1708 begini', { pictures: ['https://pbs.twimg.com/media/a.jpg'] }, 'report'],
  ['two words where its author stands', '@lapor1708 di sini', { point: { lat: -10.17, lon: 123.6 } }, 'report'],
] as [string, string, Partial<Post>, string][])('%s', (_, text, more, kind) => {
  expect(understandPost(post(text, more), us).kind).toBe(kind)
})
