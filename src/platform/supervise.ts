import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { ChildMessage } from './child-process.ts'
import { Explained } from './explained.ts'
import type { Log } from './log.ts'

export type Supervised = {
  /** Resolves at the first readiness; rejects with the child's own reason when it never got there. */
  ready: Promise<void>
  /** Asks the child to finish what it has in hand, and ends it when it does not. */
  stop(): Promise<void>
}

/** A small young generation: requests leave little behind, and the default lets each process keep 100 MB of it. */
export const nodeFlags = ['--max-semi-space-size=4']

const firstPauseMs = 100
const longestPauseMs = 5_000
const steadyAfterMs = 30_000
const endAfterMs = 6_000

/** Settings travel over the channel, not in the environment: an environment is read by every child and every crash report. */
const secretVariables = ['DATABASE_URL', 'DATABASE_READ_URL', 'LAPOR_SMTP_URL']

/** Runs one bundle as a process of its own and starts it again, after a growing pause, whenever it ends by itself. */
export function supervise(name: string, file: string, settings: object, log: Log): Supervised {
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !secretVariables.includes(key)))
  const first = Promise.withResolvers<void>()
  first.promise.catch(() => {})
  let child: ChildProcess
  let stopping = false
  let ended: Promise<unknown> = Promise.resolve()
  let pauseMs = firstPauseMs
  let wasReady = false

  const start = () => {
    const startedAt = performance.now()
    child = fork(file, { env, execArgv: nodeFlags, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('error', (error) => first.reject(error))
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'failed') return first.reject(new Explained(message.reason))
      wasReady = true
      first.resolve()
    })
    ended = new Promise((resolve) => child.once('exit', resolve))
    void ended.then(() => again(performance.now() - startedAt))
    child.send(settings, () => {})
  }

  const again = async (livedMs: number) => {
    if (stopping) return
    if (!wasReady) return first.reject(new Explained(`The ${name} process ended before it was ready.`))
    pauseMs = livedMs > steadyAfterMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs)
    log.error({ child: name, livedMs: Math.round(livedMs), pauseMs }, 'a process ended by itself; it is started again')
    await pause(pauseMs)
    if (!stopping) start()
  }

  const stop = async () => {
    stopping = true
    child.kill('SIGTERM')
    const end = setTimeout(() => child.kill('SIGKILL'), endAfterMs)
    await ended
    clearTimeout(end)
  }

  start()
  return { ready: first.promise, stop }
}
