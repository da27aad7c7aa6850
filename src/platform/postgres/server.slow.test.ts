import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { holdServer, type Server } from './server.ts'

const dataDir = mkdtempSync('/tmp/lapor-server-')
afterAll(() => rmSync(dataDir, { recursive: true }))

const ask = async (server: Server, query: string) => {
  const client = new pg.Client(server.adminUrl('postgres'))
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}

test('two starts of the same new folder share one server, and the last to leave stops it', async () => {
  const [one, two] = await Promise.all([holdServer(dataDir), holdServer(dataDir)])
  await one.release()
  expect(await ask(two, 'select 1 as one')).toEqual({ one: 1 })
  await two.release()
  await expect(ask(two, 'select 1 as one')).rejects.toThrow()
})

test('the server keeps what it acknowledged, listens on no port, and writes down nothing of what people wrote', async () => {
  const server = await holdServer(dataDir)
  const settings = ['fsync', 'data_checksums', 'listen_addresses', 'log_min_error_statement', 'log_error_verbosity']
  const row = await ask(server, `select ${settings.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`)
  expect(row).toEqual({
    fsync: 'on',
    data_checksums: 'on',
    listen_addresses: '',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  })
  await expect(ask(server, `select 'jalan rusak di Oebobo'::int`)).rejects.toThrow()
  await server.release()
  const logs = globSync(join(dataDir, 'pg', '{log/*,*.log}')).map((file) => readFileSync(file, 'utf8'))
  expect(logs.join('')).not.toContain('Oebobo')
})

test('whoever holds a server that dies hears of it, and can have it again with all that was committed', async () => {
  const server = await holdServer(dataDir)
  await ask(server, 'create table kept as select 42 as answer')
  process.kill(Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await server.lost
  const again = await holdServer(dataDir)
  expect(await ask(again, 'select answer from kept')).toEqual({ answer: 42 })
  await again.release()
})

test('without the right password nobody enters', async () => {
  const server = await holdServer(dataDir)
  const client = new pg.Client(server.url('postgres', 'postgres', 'tebakan'))
  await expect(client.connect()).rejects.toThrow('password authentication failed')
  await server.release()
})
