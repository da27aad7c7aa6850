import { defineConfig } from 'vitest/config'

/** `vitest run`: unit and database tests; `--mode long`: the long property tests; `--mode e2e`: the promises in a browser. */
export default defineConfig(({ mode }) => ({
  test: {
    include:
      mode === 'e2e'
        ? ['e2e/**/*.test.ts']
        : mode === 'long'
          ? ['src/**/*.long.test.ts']
          : ['{src,seeds,scripts}/**/*.test.{ts,tsx}'],
    exclude: mode === 'test' ? ['**/*.long.test.ts'] : [],
    globalSetup: mode === 'e2e' ? [] : ['src/platform/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: mode === 'e2e' ? 1 : 2,
    testTimeout: mode === 'test' ? 20_000 : 3_600_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
    env: { LOG_LEVEL: 'silent', TZ: 'Pacific/Auckland' },
  },
}))
