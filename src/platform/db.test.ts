import { Writable } from 'node:stream'
import type pg from 'pg'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { makePool } from './db.ts'
import { testDatabase } from './testing/test-database.ts'

const db = await testDatabase()

test('a connection that breaks is told of; one that the server ends while we close the pool is not', async () => {
  const said: string[] = []
  const log = pino(new Writable({ write: (line, _encoding, done) => done(void said.push(String(line))) }))
  const pool = makePool(db.urls.owner, { log })
  const clients: pg.PoolClient[] = []
  pool.on('connect', (client) => clients.push(client))
  await pool.query('select 1')
  clients[0]?.emit('error', new Error('terminating connection due to administrator command'))
  expect(said.join()).toContain('a database connection was lost')
  said.length = 0
  await pool.query('select 1')
  const closed = pool.end()
  clients.at(-1)?.emit('error', new Error('terminating connection due to administrator command'))
  await closed
  expect(said).toEqual([])
})
