import { expect, test } from 'vitest'
import { connectionsFor, loginOf } from './connections.ts'

test('each role gets a door of its own into the same database', () => {
  const given = 'postgresql://owner:s%40feword@db.example.id:5433/lapor?sslmode=require'
  expect(connectionsFor(given, (login) => `rahasia-${login.length}`)).toEqual({
    owner: given,
    web: 'postgresql://lapor_login_web:rahasia-15@db.example.id:5433/lapor?sslmode=require',
    worker: 'postgresql://lapor_login_worker:rahasia-18@db.example.id:5433/lapor?sslmode=require',
    public: 'postgresql://lapor_login_public:rahasia-18@db.example.id:5433/lapor?sslmode=require',
  })
})

test('the public pages may read from a replica', () => {
  const { public: read, web } = connectionsFor('postgres://o:x@one/lapor', () => 'y', 'postgres://r:x@two/lapor')
  expect(new URL(read).host).toBe('two')
  expect(new URL(web).host).toBe('one')
})

test('the logins of two databases with long names differ, within what PostgreSQL keeps of a name', () => {
  const long = 'pengaduan_pelayanan_publik_nasional_kementerian_pendayagunaan_'
  const [one, two] = [loginOf(`${long}1`, 'worker'), loginOf(`${long}2`, 'worker')]
  expect(one).not.toBe(two)
  expect(one.length).toBeLessThanOrEqual(63)
})
