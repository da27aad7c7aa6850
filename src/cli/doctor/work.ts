import { ask } from './ask.ts'

/** What was promised when it was asked for, such as an erasure within a minute, is done. */
export async function work(ownerUrl: string, now: Date): Promise<string> {
  const undone = await ask<{ kind: string; n: string; hours: number }>(
    ownerUrl,
    'select kind, n, hours from identity.work_undone($1::timestamptz) order by kind',
    [now],
  )
  if (undone.length === 0) return 'nothing that was promised waits'
  const told = undone.map(({ kind, n, hours }) => `${n} ${kind}, the oldest for ${hours} hours`)
  throw new Error(
    `promised and not done: ${told.join('; ')}. The log says why a job failed; it is tried again by itself once that is put right, at the latest six hours later`,
  )
}
