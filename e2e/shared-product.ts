import type { TestProject } from 'vitest/node'
import { ownTemporaryFolder } from '../src/platform/testing/own-temporary-folder.ts'
import { aWednesday, offsetTo } from './clock-offset.ts'
import { startProduct } from './product.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** One product for the whole run, with the demonstration in it, on `aWednesday`: each journey files its own reports. */
    product: { url: string; dataDir: string }
  }
}

/**
 * Starts it once before the first file and stops it after the last. While writing tests, one that runs already may be used:
 * LAPOR_E2E_URL and LAPOR_E2E_DATA_DIR name it.
 */
export default async function shareProduct(project: TestProject): Promise<() => unknown> {
  const { LAPOR_E2E_URL: running, LAPOR_E2E_DATA_DIR: itsData } = process.env
  const takeAway = ownTemporaryFolder()
  if (running && itsData) {
    project.provide('product', { url: running, dataDir: itsData })
    return takeAway
  }
  const { url, dataDir, stop } = await startProduct({ env: { LAPOR_CLOCK_OFFSET: offsetTo(aWednesday) } })
  project.provide('product', { url, dataDir })
  return async () => {
    await stop()
    takeAway()
  }
}
