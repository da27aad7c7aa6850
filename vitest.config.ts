import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const everywhere = '{src,seeds,scripts}/**/*'

/** The proofs take longest: they begin first, so that no core waits for one of them at the end. */
class ProofsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const isProof = ({ moduleId }: TestSpecification) => /\/proofs\/|write-reports|watch-boxes/.test(moduleId)
    return [...sorted.filter(isProof), ...sorted.filter((file) => !isProof(file))]
  }
}

/**
 * `vitest run`: unit and database tests; `--mode quick`: the same without the slow ones; `--mode long`: the long property
 * tests; `--mode e2e`: the promises in a browser.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: {
      e2e: ['e2e/**/*.test.ts'],
      long: [`${everywhere}.long.test.ts`, 'e2e/**/*.long.test.ts'],
    }[mode] ?? [`${everywhere}.test.{ts,tsx}`],
    exclude: {
      e2e: ['**/*.long.test.ts'],
      long: [],
      // The console, accounts, doors, heads, keys, letters, reporters and the sweep live through whole lives: `npm test` has them.
      quick: [
        '**/*.{long,slow}.test.ts',
        'src/{accounts,audit,casework-api,channels,cli,desk,my-report,notifications,oversight,secrecy/keys,testing}/**',
        'seeds/demo.test.ts',
      ],
    }[mode] ?? ['**/*.long.test.ts'],
    globalSetup: mode === 'e2e' ? ['e2e/shared-product.ts'] : ['src/platform/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Modules are loaded once per worker: no module of ours keeps a state that a test could leave behind.
    isolate: mode === 'e2e',
    testTimeout: mode === 'long' ? 3_600_000 : mode === 'e2e' ? 240_000 : 60_000,
    hookTimeout: 120_000,
    sequence: { sequencer: ProofsFirst },
    passWithNoTests: true,
    // No civil day may depend on where the machine stands.
    env: { LOG_LEVEL: 'silent', TZ: 'Pacific/Auckland' },
  },
}))
