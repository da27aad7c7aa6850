import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openExisting, openInstallation } from './installation.ts'
import { settingsFor } from './process-settings.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lapor-installation-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const keys = { reportSecret: '', indexSecret: '', sealTo: '' }

test('with a replica the web process reads public pages there, and nothing else', async () => {
  const config = readConfig({
    LAPOR_DATA_DIR: dataDir,
    DATABASE_URL: 'postgresql://owner:x@primary.example.id/lapor',
    DATABASE_READ_URL: 'postgresql://anybody:x@replica.example.id:5433/lapor',
  })
  const { connections } = await openInstallation(config)
  const { web, worker } = settingsFor(config, connections, keys)
  expect(new URL(web.connections.public)).toMatchObject({
    host: 'replica.example.id:5433',
    username: 'lapor_login_public',
  })
  expect(new URL(web.connections.web).host).toBe('primary.example.id')
  expect(new URL(worker.connections.worker).host).toBe('primary.example.id')
})

test('looking for an installation where there is none begins none', async () => {
  const empty = join(dataDir, 'none')
  await expect(openExisting(readConfig({ LAPOR_DATA_DIR: empty }))).rejects.toThrow(`There is no LAPOR! in ${empty}.`)
  expect(existsSync(empty)).toBe(false)
})
