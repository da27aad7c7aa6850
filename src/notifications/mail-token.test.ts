import { expect, test } from 'vitest'
import { randomId } from '../platform/uuid.ts'
import { mailToken, readMailToken } from './mail-token.ts'

const secret = Buffer.alloc(32, 2)

test('a token leads back to its letter, in any case; with one letter changed, or made with another secret, to none', () => {
  for (let at = 0; at < 100; at++) {
    const id = randomId()
    const token = mailToken(secret, id)
    expect(readMailToken(secret, token.toUpperCase())).toBe(id)
    const other = token[at % 41] === 'a' ? 'b' : 'a'
    expect(readMailToken(secret, token.slice(0, at % 41) + other + token.slice((at % 41) + 1))).toBeUndefined()
    expect(readMailToken(Buffer.alloc(32, 3), token)).toBeUndefined()
  }
  for (const written of ['', 'a', 'a'.repeat(42), `${'a'.repeat(41)}1`])
    expect(readMailToken(secret, written)).toBeUndefined()
})
