import { z } from 'zod'
import type { Db } from '../platform/db.ts'
import type { Task } from '../platform/jobs.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { type Floor, floorLine, floorOf } from './floor.ts'
import { addLine, readLines } from './journal.ts'
import { noteMessages } from './message-journal.ts'

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
      await as(deps.db, system, (tx) => noteReport(tx, deps.dataDir, reportId))
    },
  }
}

/** A report's floor, and what the messages that led to it hide at least, as they stand under its lock. */
export async function noteReport(tx: Tx, dataDir: string, reportId: string): Promise<void> {
  const floor = await floorOf(tx, reportId)
  noteFloor(dataDir, floor)
  await noteMessages(tx, dataDir, floor)
}

/** Adds one line, on the disk for good when this returns. */
export function noteFloor(dataDir: string, floor: Floor): void {
  addLine(dataDir, 'floor.jsonl', floor)
}

/** The last line of each report, older ones that knew switches only included. */
export function readFloors(dataDir: string): Floor[] {
  const lines = readLines(dataDir, 'floor.jsonl', floorLine) ?? []
  return [...new Map(lines.map((floor) => [floor.id, floor])).values()]
}
