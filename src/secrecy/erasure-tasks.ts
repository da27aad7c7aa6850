import { z } from 'zod'
import type { Task } from '../platform/jobs.ts'
import { type ErasureDeps, eraseReport } from './erase-report.ts'

const payloadSchema = z.object({ reportId: z.uuid() })

/** `erase`: a topic of the outbox. */
export function erasureTasks(deps: ErasureDeps): Record<'erase', Task> {
  return { erase: (payload) => eraseReport(deps, payloadSchema.parse(payload).reportId) }
}
