import { Explained } from './explained.ts'
import type { Log } from './log.ts'

export type Running = { stop(): Promise<void> }

/** What a child tells its launcher. */
export type ChildMessage = { kind: 'ready' } | { kind: 'failed'; reason: string }

/** A child that cannot stop in this time is ended; what it had not committed is done again by whoever comes next. */
const stopWithinMs = 5_000

/**
 * The life of a child process: take the settings from the launcher, start, say so, and stop when the launcher says so or is
 * no longer there (also after its `kill -9`). Ctrl-C reaches the whole group; only the launcher answers it.
 */
export function runChild<Settings>(
  start: (settings: Settings) => Promise<Running>,
  logOf: (settings: Settings) => Log,
) {
  let running: Running | undefined
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    await running?.stop().catch(() => {})
    process.exit(0)
  }
  process.on('SIGINT', () => {})
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
  process.once('message', async (settings: Settings) => {
    try {
      running = await start(settings)
      tell({ kind: 'ready' })
    } catch (error) {
      if (!(error instanceof Explained)) logOf(settings).error({ err: error }, 'could not start')
      tell({ kind: 'failed', reason: error instanceof Explained ? error.message : String((error as Error).stack) })
      process.exitCode = 1
      process.disconnect?.()
    }
  })
}

function tell(message: ChildMessage) {
  if (process.connected) process.send?.(message)
}
