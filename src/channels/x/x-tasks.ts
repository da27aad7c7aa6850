import type { Task } from '../../platform/jobs.ts'
import { lookAtPostsAgain, type LookDeps, takeBackAnswers } from './after-post.ts'
import { XFailed } from './api/x-failed.ts'
import { readRestOfThreads } from './rest-of-thread.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * `x`: every minute, public answers that must go, and the rest of what was just begun. `x_posts`: every hour, posts whose reports lie at the
 * desk, and once more the rest of threads, for X may have been away.
 */
export function xTasks(deps: LookDeps): Record<'x' | 'x_posts', Task> {
  const unlessLimited = async (work: Promise<void>) => {
    await work.catch((error: unknown) => {
      // Written in identity.x_state; it is tried again at its next hour or minute.
      if (!(error instanceof XFailed)) throw error
    })
  }
  return {
    async x() {
      await unlessLimited(takeBackAnswers(deps))
      await unlessLimited(readRestOfThreads(deps, hourMs))
    },
    async x_posts() {
      await unlessLimited(lookAtPostsAgain(deps))
      await unlessLimited(readRestOfThreads(deps, dayMs))
    },
  }
}
