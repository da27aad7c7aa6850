import { expect, test } from 'vitest'
import { hashPassword, needsNewHash, verifyPassword } from './password.ts'

test('the right password is known again, a wrong one is not', async () => {
  const stored = await hashPassword('bunga kenari di Oebobo')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await verifyPassword('bunga kenari di Oebobo', stored)).toBe(true)
  expect(await verifyPassword('bunga kenari di oebobo', stored)).toBe(false)
  expect(await verifyPassword('', stored)).toBe(false)
})

test('the same password is stored differently each time', async () => {
  expect(await hashPassword('kenari')).not.toBe(await hashPassword('kenari'))
})

test('letters typed composed or decomposed are the same password', async () => {
  expect(await verifyPassword('cafe\u0301 😀', await hashPassword('caf\u00e9 😀'))).toBe(true)
})

test('any text may be a password, lone surrogates, NUL and 100 kB included', async () => {
  for (const password of ['\ud83d', 'a\0b', 'x'.repeat(100_000)]) {
    expect(await verifyPassword(password, await hashPassword(password))).toBe(true)
  }
})

test('nobody signs in to an account that does not exist', async () => {
  expect(await verifyPassword('kenari', null)).toBe(false)
})

test('a stored text that is no hash is our own bug', async () => {
  await expect(verifyPassword('kenari', 'kenari')).rejects.toThrow()
})

test('a hash made at a lower cost is still good and is made anew', async () => {
  const stored = await hashPassword('kenari')
  expect(needsNewHash(stored)).toBe(false)
  expect(needsNewHash(stored.replace('m=19456', 'm=8192'))).toBe(true)
})

test('many sign-ins at once are all answered', async () => {
  const stored = await hashPassword('kenari')
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => verifyPassword(at % 2 ? 'kenari' : 'salah', stored)),
  )
  expect(answers.filter(Boolean)).toHaveLength(5)
})

test('the reference hash of another implementation is verified', async () => {
  const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await verifyPassword('password', stored)).toBe(true)
})
