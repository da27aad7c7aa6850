import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '../platform/db.ts'
import type { Task } from '../platform/jobs.ts'
import { keysFolder } from '../platform/secrets.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'

/** What a report's reporter, or an office for them, has hidden as of the last line about it. Ids and switches, no words. */
export type Floor = { id: string; anonymous: boolean; confidential: boolean }

const line = z.object({ id: z.uuid(), anonymous: z.boolean(), confidential: z.boolean() })
const payloadOf = z.object({ reportId: z.uuid() })

/**
 * The job `floor`: write a report's switches down outside the database, beside the keys. A backup is older than what was hidden
 * since, and whoever restores it has to bring the keys folder, and this with it. Twice is once.
 */
export function floorTasks(deps: { db: Db; dataDir: string }): Record<'floor', Task> {
  return {
    floor: async (payload) => {
      const { reportId } = payloadOf.parse(payload)
      const report = await as(deps.db, system, (tx) =>
        tx
          .selectFrom('casework.report')
          .select(['id', 'anonymous', 'confidential'])
          .where('id', '=', reportId)
          .executeTakeFirst(),
      )
      if (report) noteFloor(deps.dataDir, report)
    },
  }
}

/** Adds one line, on the disk for good when this returns. */
export function noteFloor(dataDir: string, { id, anonymous, confidential }: Floor): void {
  const file = openSync(journalOf(dataDir), 'a', 0o600)
  try {
    writeSync(file, `${JSON.stringify({ id, anonymous, confidential })}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The last line of each report; one that was cut off by a power cut is left out. */
export function readFloors(dataDir: string): Floor[] {
  const journal = journalOf(dataDir)
  if (!existsSync(journal)) return []
  const floors = new Map<string, Floor>()
  for (const text of readFileSync(journal, 'utf8').split('\n')) {
    const read = line.safeParse(parsed(text))
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
