import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { root } from './root.ts'

describe('the settings', () => {
  test('need not be set: the product runs on this machine, on port 3000, in .lapor', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      dataDir: join(root, '.lapor'),
      role: 'all',
      production: false,
    })
  })

  test('that are empty count as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', LAPOR_SEED: '' })).toEqual(readConfig({}))
  })

  test('put links on the given address, without a slash at its end', () => {
    expect(readConfig({ LAPOR_BASE_URL: 'https://lapor.example.id/' }).baseUrl).toBe('https://lapor.example.id')
  })

  test('that are wrong are told all at once, by name, without their values', () => {
    const wrong = {
      PORT: '70000',
      LAPOR_SEED: 'all',
      DATABASE_URL: 'mysql://root:rahasia@x',
      LAPOR_CLOCK_OFFSET: '14 hari',
    }
    expect(() => readConfig(wrong)).toThrow(/PORT .*\n.*DATABASE_URL .*\n.*LAPOR_SEED .*\n.*LAPOR_CLOCK_OFFSET /)
    expect(() => readConfig(wrong)).not.toThrow(/rahasia/)
  })

  test('refuse another clock where real deadlines run', () => {
    const rehearsal = { LAPOR_CLOCK_OFFSET: 'P14D' }
    expect(readConfig(rehearsal).clockOffset).toBe('P14D')
    expect(() => readConfig({ ...rehearsal, NODE_ENV: 'production' })).toThrow(/LAPOR_CLOCK_OFFSET .* refused/)
  })
})
