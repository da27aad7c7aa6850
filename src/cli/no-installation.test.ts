import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Explained } from '../platform/explained.ts'
import { addAudit } from './audit.ts'
import { addBackup } from './backup.ts'
import { addDoctor } from './doctor.ts'
import { addExport } from './export.ts'
import { addSweep } from './sweep.ts'
import { addToken } from './token.ts'

const folder = mkdtempSync(join(tmpdir(), 'lapor-none-'))
const dataDir = join(folder, 'data')

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('LAPOR_DATA_DIR', dataDir)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['sweep', addSweep],
  ['token list', addToken],
  ['doctor', addDoctor],
  ['audit verify', addAudit],
  ['audit key', addAudit],
  ['export reports', addExport],
  [`backup ${join(folder, 'copy')}`, addBackup],
])('%s where there is no installation says so and begins none', async (words, add) => {
  const program = new Command('lapor')
  add(program)
  const failed = await program.parseAsync(words.split(' '), { from: 'user' }).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(Explained)
  expect(String(failed)).toContain(`There is no LAPOR! in ${dataDir}.`)
  expect(existsSync(dataDir)).toBe(false)
})
