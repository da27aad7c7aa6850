import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '../platform/db.ts'
import type { Task } from '../platform/jobs.ts'
import { keysFolder } from '../platform/secrets.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { type Floor, floorLine, floorOf } from './floor.ts'

const payloadOf = z.object({ reportId: z.uuid() })

/**
 * The job `floor`: write a report's floor down outside the database, beside the keys. A backup is older than what was hidden, and who
 * was locked out, since; whoever restores it has to bring the keys folder, and this with it. Twice is once. Written under the
 * report's lock, so that the last line is the latest.
 */
export function floorTasks(deps: { db: Db; dataDir: string }): Record<'floor', Task> {
  return {
    floor: async (payload) => {
      const { reportId } = payloadOf.parse(payload)
      await as(deps.db, system, async (tx) => noteFloor(deps.dataDir, await floorOf(tx, reportId)))
    },
  }
}

/** Adds one line, on the disk for good when this returns; never to the end of one that was cut off. */
export function noteFloor(dataDir: string, floor: Floor): void {
  const file = openSync(journalOf(dataDir), 'a+', 0o600)
  try {
    const last = Buffer.from('\n')
    readSync(file, last, 0, 1, Math.max(0, fstatSync(file).size - 1))
    writeSync(file, `${last.toString('latin1') === '\n' ? '' : '\n'}${JSON.stringify(floor)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The last line of each report, older ones that knew switches only included; one that was cut off by a power cut is left out. */
export function readFloors(dataDir: string): Floor[] {
  const journal = journalOf(dataDir)
  if (!existsSync(journal)) return []
  const floors = new Map<string, Floor>()
  for (const text of readFileSync(journal, 'utf8').split('\n')) {
    const read = floorLine.safeParse(parsed(text))
    if (read.success) floors.set(read.data.id, read.data)
  }
  return [...floors.values()]
}

function journalOf(dataDir: string): string {
  return join(keysFolder(dataDir), 'floor.jsonl')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
