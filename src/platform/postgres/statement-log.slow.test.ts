import { mkdtempSync, rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { holdServer } from './server.ts'
import { quietly } from './statement-log.ts'
import { tellingInLog } from './telling-in-log.ts'

const dataDir = mkdtempSync('/tmp/lapor-test-log-')
const server = await holdServer(dataDir, { fsync: 'off' })
afterAll(async () => {
  await server.release()
  rmSync(dataDir, { recursive: true, force: true })
})

const url = server.adminUrl('postgres')
const connections = { owner: url, web: url, worker: url, public: url }
async function run(statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** PostgreSQL as a distribution installs it, and one whose administrator looks for slow statements. */
const asInstalled = {
  log_min_messages: 'warning',
  log_min_error_statement: 'error',
  log_error_verbosity: 'default',
  log_parameter_max_length: '-1',
}

test('our own server logs nothing of what people wrote', async () => {
  expect(await tellingInLog(connections)).toEqual([])
})

test('of a server as it is installed elsewhere it is said what tells, and what is said to set makes it quiet', async () => {
  for (const [name, value] of Object.entries({
    ...asInstalled,
    log_statement: 'all',
    log_min_duration_statement: '1s',
  }))
    await run(`alter database postgres set ${name} = '${value}'`)
  const telling = await tellingInLog(connections)
  expect(telling.sort()).toEqual([
    'log_error_verbosity = default',
    'log_min_duration_statement = 1s',
    'log_min_error_statement = error',
    'log_min_messages = warning',
    'log_parameter_max_length = -1',
    'log_statement = all',
  ])
  for (const statement of quietly('postgres', telling).split('; ')) await run(statement)
  expect(await tellingInLog(connections)).toEqual([])
})

test('one door of ours that its administrator listens to is enough', async () => {
  await run("create role heard login password 'x'; alter role heard set log_statement = 'mod'")
  const heard = new URL(url)
  heard.username = 'heard'
  heard.password = 'x'
  expect(await tellingInLog({ ...connections, web: heard.href })).toEqual(['log_statement = mod'])
})
