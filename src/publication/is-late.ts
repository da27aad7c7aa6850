import type { Stage } from '../report/lifecycle.ts'

const owed: readonly Stage[] = ['received', 'forwarded', 'in_progress']

/** Overdue by the stored index of the deadlines alone, for lists: what an office owes now is past its time. */
export function isLate(row: { stage: Stage; due_at: Date | null; overdue_since: Date | null }, now: Date): boolean {
  if (row.overdue_since !== null) return true
  return owed.includes(row.stage) && row.due_at !== null && row.due_at <= now
}
