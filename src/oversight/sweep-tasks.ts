import { type HeadDeps, makeHead } from '../audit/make-head.ts'
import type { Task } from '../platform/jobs.ts'
import { sweep } from './sweep.ts'
import type { SweepDeps } from './sweep-deps.ts'
import { dropOrphanedFiles, forgetOldMails } from './tidy.ts'

/** The jobs of this room: `sweep` every minute, `tidy` once a day; `head` asks every minute whether the day has its head. */
export function sweepTasks(deps: SweepDeps & HeadDeps): Record<'sweep' | 'tidy' | 'head', Task> {
  return {
    async sweep(_payload, { signal }) {
      const done = await sweep(deps, signal)
      const something = Object.entries(done).filter(([, count]) => count > 0)
      if (something.length > 0) deps.log.info(Object.fromEntries(something), 'swept')
    },
    async head() {
      const head = await makeHead(deps)
      if (head) deps.log.info({ number: head.number, day: head.day, root: head.root }, 'head made')
    },
    async tidy() {
      const files = await dropOrphanedFiles(deps)
      const mails = await forgetOldMails(deps)
      if (files + mails > 0) deps.log.info({ files, mails }, 'tidied')
    },
  }
}
