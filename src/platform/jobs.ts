import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { makePool } from './db.ts'
import { holdJobs } from './job-locks.ts'
import type { Log } from './log.ts'
import { queueSchema } from './queue.ts'

/**
 * What a task is told besides its payload. `lastTry`: the queue gives the job up when it fails now. `signal`: aborted
 * when the process stops; long work ends at the next safe place.
 */
export type Attempt = { lastTry: boolean; signal: AbortSignal }

/** Safe to do twice: re-read, re-check, then act. Throwing puts the job back, for later and later. */
export type Task = (payload: unknown, attempt: Attempt) => Promise<unknown>

export type JobsOptions = {
  /** The worker's own login. */
  url: string
  log: Log
  tasks: Record<string, Task>
  /** graphile-worker's crontab; UTC, like the queue as a whole, which lives in the machine's time. */
  timetable?: string
  /** Jobs at a time: few, for on a small machine the consequences of filings would crowd out the filings. */
  concurrency?: number
  /** How often jobs of crashed workers are looked for, in milliseconds. */
  takeOverEveryMs?: number
}

export type Jobs = {
  add(task: string, payload: Record<string, string | number>, key?: string): Promise<void>
  /** Rejects when the queue ends by itself: the process should end then and be started again. */
  ended: Promise<void>
  /** Jobs in hand get a few seconds to end; others do what is left. */
  stop(): Promise<void>
}

const finishWithinMs = 3_000
const lookEveryMs = 1_000

/** Runs the job queue on the tables that `migrateQueue` made. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { url, log, tasks, timetable = '', concurrency = 3, takeOverEveryMs } = options
  const pool = makePool(url, { max: concurrency + 2, log, name: 'lapor jobs' })
  const stopping = new AbortController()
  const events: WorkerEvents = new EventEmitter()
  const holder = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id))
  })
  const runner = await run({
    pgPool: pool,
    schema: queueSchema,
    concurrency,
    pollInterval: lookEveryMs,
    gracefulShutdownAbortTimeout: finishWithinMs,
    preset: { worker: { completeJobBatchDelay: 0 } },
    noHandleSignals: true,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, guarded(name, task, log, stopping.signal)]),
    ),
    crontab: timetable,
    logger: quietLogger(log),
    events,
  })
  const holding = await holdJobs(url, await holder, log, takeOverEveryMs)
  return {
    add: async (task, payload, key) => {
      await runner.addJob(task, payload, { jobKey: key })
    },
    ended: runner.promise,
    async stop() {
      stopping.abort()
      await runner.stop().catch(() => {})
      await holding.stop()
      await pool.end()
    },
  }
}

/**
 * The queue keeps the message of an error in its tables: it gets the error's name and code, the log its place, nobody its words. Which
 * job it was the log says only of one that is given up after waiting: a first try comes with what it is about, and the line says when.
 */
function guarded(name: string, task: Task, log: Log, signal: AbortSignal): TaskList[string] {
  return async (payload, { job }) => {
    const lastTry = job.attempts >= job.max_attempts
    try {
      await task(payload, { lastTry, signal })
    } catch (error) {
      const { name: kind, code } = error as { name?: string; code?: string }
      const level = lastTry ? 'error' : 'warn'
      const which = lastTry && job.attempts > 1 ? { job: job.id } : {}
      log[level]({ err: error, task: name, attempt: job.attempts, ...which }, 'a job failed')
      throw new Error([kind ?? 'Error', code].filter(Boolean).join(' '))
    }
  }
}

/** graphile-worker's own words may hold payloads and addresses: of errors only that there was one. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, _message, meta) => {
    if (level === 'error' && !meta?.job) log.warn({ err: meta?.error }, 'the job queue stumbled')
  })
}
