import { type Jobs, type JobsOptions, startJobs } from '../../platform/jobs.ts'
import type { Texter } from '../../notifications/texter.ts'

/** Messages on their way at once: the operators' answers are what is waited for. */
const concurrency = 24
const lookEveryMs = 500

/**
 * Works at the queue of SMS while a gateway takes them. While none does the queue stands still: a hundred thousand that wait cost
 * nothing, and lose no try.
 */
export function startSmsOut(options: JobsOptions & { texter: Pick<Texter, 'isOpen'> }): { stop(): Promise<void> } {
  const { texter, log } = options
  let jobs: Jobs | undefined
  let stopped = false
  let looking = look()

  async function look() {
    if (stopped) return
    const isOpen = await texter.isOpen()
    if (isOpen && !jobs) {
      jobs = await startJobs({ concurrency, ...options })
      jobs.ended.catch(() => (jobs = undefined))
    } else if (!isOpen && jobs) {
      log.warn('no SMS gateway takes messages: they wait')
      const ending = jobs
      jobs = undefined
      await ending.stop()
    }
  }

  const timer = setInterval(() => {
    looking = looking.then(look).catch((error: unknown) => log.warn({ err: error }, 'the queue of SMS stumbled'))
  }, lookEveryMs)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      await jobs?.stop()
    },
  }
}
