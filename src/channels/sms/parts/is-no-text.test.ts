import { expect, test } from 'vitest'
import { type Alphabet, encodeUcs2 } from './alphabet.ts'
import { isNoText } from './is-no-text.ts'
import { makePart } from './part.ts'

const settings = Buffer.from('010605040301', 'hex')
const ringtone = Buffer.from('024a3a5551b9bde58000d30091a0d304d22e4992289249944a4124000b', 'hex')

test.each([
  ['settings of a telephone', 'octets', settings],
  ['a ringing tone', 'octets', ringtone],
  ['octets that UTF-8 lacks', 'utf8', Buffer.from('d3c8f1e6fae9', 'hex')],
  ['signs of nobody’s alphabet', 'ucs2', encodeUcs2('\ue000\ue001\ue002\ue003a')],
] as [string, Alphabet, Buffer][])('%s is no text', (_, alphabet, octets) => {
  expect(isNoText([makePart(octets, alphabet)])).toBe(true)
})

test.each([
  ['words in octets of which nobody said the alphabet', 'octets', Buffer.from('Jalan rusak di Oesapa')],
  ['the same with one letter of Windows', 'octets', Buffer.from('Jalan caf\xe9 rusak di Oesapa', 'latin1')],
  ['an emoji cut in half', 'ucs2', encodeUcs2('Banjir \ud83d')],
  ['emoji alone', 'ucs2', encodeUcs2('😭😭👍🏽')],
  ['lines and tabs', 'utf8', Buffer.from('Air\r\n\tmati\n\n')],
  ['Arabic and Chinese', 'ucs2', encodeUcs2('السلام عليكم 你好')],
  ['nothing', 'utf8', Buffer.alloc(0)],
  ['spaces', 'octets', Buffer.from('   ')],
] as [string, Alphabet, Buffer][])('%s is text', (_, alphabet, octets) => {
  expect(isNoText([makePart(octets, alphabet)])).toBe(false)
})
