import { expect, test } from 'vitest'
import type { Post } from '../post.ts'
import { understandPost } from './understand-post.ts'

const us = { userId: '1708', handle: 'lapor1708' }
const photo = { pictures: ['https://pbs.twimg.com/media/a.jpg'] }

function post(text: string, more: Partial<Post> = {}): Post {
  const plain = { isRetweet: false, isQuote: false, pictures: [], earlier: [], hashtags: [] }
  return { kind: 'post', id: '1', authorId: '2', text, mentions: ['lapor1708'], ...plain, ...more }
}

test.each([
  ['BNPB: Gempa M5.4 di Kupang. Laporkan kerusakan ke @lapor1708', {}, { kind: 'ignore', reason: 'promotion' }],
  ['Dishub Kota Kupang: parkir liar? Adukan lewat @lapor1708', {}, { kind: 'ignore', reason: 'promotion' }],
  ['Jalan rusak di mana-mana. Laporkan ke @lapor1708', {}, { kind: 'unsure' }],
  ['Alhamdulillah jalan sudah bagus. Makasih @lapor1708', {}, { kind: 'ignore' }],
  ['@lapor1708 Alhamdulillah jalan sudah bagus. Makasih', photo, { kind: 'unsure' }],
] as [string, Partial<Post>, object][])('no report by itself is "%s"', (text, more, meant) => {
  expect(understandPost(post(text, more), us)).toMatchObject(meant)
})

test.each([
  ['Saya laporkan jalan rusak di depan pasar Oesapa ke @lapor1708', {}],
  ['Mohon laporkan ke dinas, lampu di Jl. Timor Raya mati @lapor1708', {}],
  ['Lampu jalan mati di Oebobo, sudah saya laporkan ke @lapor1708 belum ada hasil', {}],
  ['BNPB: bantuan gempa di Desa Tarus belum cair sejak Maret @lapor1708', {}],
  ['Alhamdulillah jalan sudah bagus, tapi lampu di Oesapa mati @lapor1708', photo],
] as [string, Partial<Post>][])('a report is still "%s"', (text, more) => {
  expect(understandPost(post(text, more), us)).toEqual({ kind: 'report' })
})
