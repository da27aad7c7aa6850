import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Canary, canaryPhone, canaryWord, makeFinder } from './canaries.ts'

const word = canaryWord('open received', 'text')
const phone = canaryPhone(7)
const canaries: Canary[] = [
  { kind: 'word', report: 'r', field: 'text', value: word },
  { kind: 'phone', report: 'r', field: 'phone', value: phone },
  { kind: 'point', report: 'r', field: 'point', value: { lat: -10.171, lon: 123.607 } },
]
const find = makeFinder(canaries)
const digest = (name: string, value: string) => createHash(name).update(value).digest()

test.each([
  ['plain', `<p>${word}</p>`],
  ['base64, first phase', Buffer.from(`abc${word}d`).toString('base64')],
  ['base64, second phase', Buffer.from(`a${word}de`).toString('base64')],
  ['base64, third phase', Buffer.from(`ab${word}`).toString('base64')],
  ['hexadecimal', Buffer.from(word).toString('hex')],
  ['percent signs', Buffer.from(word).toString('hex').replace(/../g, '%$&')],
  ['UTF-16, little end first', Buffer.from(word, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(word, 'utf16le').swap16()],
  ['gzip', gzipSync(word)],
  ['SHA-256 as PostgreSQL writes bytes', `(\\x${digest('sha256', word).toString('hex')},f)`],
  ['SHA-256 in Base64', `"${digest('sha256', word).toString('base64')}"`],
  ['MD5 as bytes', digest('md5', word)],
  ['a phone with +62', '+62 812-5550-0007'],
  ['a phone in Base64', Buffer.from(`{"phone":"${phone}"}`).toString('base64')],
  ['the hash of a phone with 62', digest('sha256', `62${phone.slice(1)}`).toString('hex')],
  ['a point 50 m away', '{"lat":-10.1714,"lon":123.6068}'],
])('a canary is found as %s', async (_form, hidden) => {
  expect((await find(hidden)).length).toBe(1)
})

test('what is near, but not it, is not found', async () => {
  const others = [canaryWord('open received', 'title'), '+62 812-5550-0008', '{"lat":-10.1731,"lon":123.607}', '']
  for (const other of others) expect(await find(other)).toEqual([])
})
