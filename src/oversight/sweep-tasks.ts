import type { Task } from '../platform/jobs.ts'
import { sweep } from './sweep.ts'
import type { SweepDeps } from './sweep-deps.ts'
import { dropOrphanedFiles } from './tidy.ts'

/** The jobs of this room: `sweep` every minute, `tidy` once a day. */
export function sweepTasks(deps: SweepDeps): Record<'sweep' | 'tidy', Task> {
  return {
    async sweep(_payload, { signal }) {
      const done = await sweep(deps, signal)
      const something = Object.entries(done).filter(([, count]) => count > 0)
      if (something.length > 0) deps.log.info(Object.fromEntries(something), 'swept')
    },
    async tidy() {
      const files = await dropOrphanedFiles(deps)
      if (files > 0) deps.log.info({ files }, 'tidied')
    },
  }
}
