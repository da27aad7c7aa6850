import type { Task } from '../../platform/jobs.ts'
import { lookAtPostsAgain, takeBackAnswers } from './after-post.ts'
import { XFailed } from './api/x-failed.ts'

type Deps = Parameters<typeof lookAtPostsAgain>[0]

/** `x`: every minute, public answers that must go. `x_posts`: every hour, posts whose reports lie at the desk. */
export function xTasks(deps: Deps): Record<'x' | 'x_posts', Task> {
  const unlessLimited = (work: (deps: Deps) => Promise<void>) => async () => {
    await work(deps).catch((error: unknown) => {
      // Written in identity.x_state; it is tried again at its next hour or minute.
      if (!(error instanceof XFailed)) throw error
    })
  }
  return { x: unlessLimited(takeBackAnswers), x_posts: unlessLimited(lookAtPostsAgain) }
}
