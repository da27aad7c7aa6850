import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { keysFolder } from '../platform/secrets.ts'

/** Kept beside the keys, outside the database: what a restored backup must not undo. */
export type Journal = 'floor.jsonl' | 'access.jsonl' | 'arrivals.jsonl'

/** Adds one line, on the disk for good when this returns; never to the end of one that was cut off. */
export function addLine(dataDir: string, journal: Journal, line: object): void {
  const file = openSync(fileOf(dataDir, journal), 'a+', 0o600)
  try {
    const last = Buffer.from('\n')
    readSync(file, last, 0, 1, Math.max(0, fstatSync(file).size - 1))
    writeSync(file, `${last.toString('latin1') === '\n' ? '' : '\n'}${JSON.stringify(line)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Its lines in order, those that a power cut left half left out; undefined when there is no such journal. */
export function readLines<Line>(dataDir: string, journal: Journal, shape: z.ZodType<Line>): Line[] | undefined {
  const file = fileOf(dataDir, journal)
  if (!existsSync(file)) return undefined
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => shape.safeParse(parsed(text)).data ?? [])
}

function fileOf(dataDir: string, journal: Journal): string {
  return join(keysFolder(dataDir), journal)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
