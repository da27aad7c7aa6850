import { pino, destination } from 'pino'
import type { Logger } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/**
 * JSON lines on standard error: ids, stages and durations, never a body, a name, a number, an address or an IP.
 * An error leaves its name, its code and its place in our code, but not its message: a database's message quotes values.
 */
export function makeLog({ logLevel }: Pick<Config, 'logLevel'>, part: string): Log {
  return pino(
    { level: logLevel, base: { part }, serializers: { err: withoutMessage } },
    destination({ dest: 2, sync: true }),
  )
}

function withoutMessage(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const ours = frames.filter((line) => !/node_modules|\(node:|at node:/.test(line))
  const at = (ours.length > 0 ? ours : frames).slice(0, 4).map((line) => line.trim())
  return { name: error.name, code: (error as { code?: string }).code, at }
}
