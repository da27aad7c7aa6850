import { makeDigests } from '../../notifications/digest/make-digests.ts'
import { queueMessages } from '../../notifications/queue-messages.ts'
import { recipientsOf } from '../../notifications/recipients.ts'
import { sendMessage } from '../../notifications/send.ts'
import { digest, readTemplate } from '../../notifications/table.ts'
import { readReport } from '../../notifications/tell.ts'
import { allTold } from '../../notifications/wording/told.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { MessageWorld } from './message-world.ts'

const dayMs = 86_400_000
let mornings = 0

/**
 * Queues all that offices are told about one report for officers who chose digests, each hearing what the table says they hear, and sends
 * what a morning makes of it. One digest a day: each call is another working day, 08:00 in the west of the country.
 */
export async function sendDigests({ db, deps, rowIds }: MessageWorld, trackingId: string) {
  const about = `digested ${mornings}`
  await as(db.worker, system, async (tx) => {
    const report = await readReport(tx, rowIds.get(trackingId) ?? '')
    if (!report) throw new Error('a report of this world has gone')
    for (const { to, say } of toOffices()) {
      const template = readTemplate(say)
      if (!template) continue
      const hearing = await recipientsOf(tx, deps.pair, report, to, deps.now())
      const messages = hearing.map((one) => ({
        to: { ...one, digest: true },
        template,
        dedupe: `${about} ${say} ${one.person}`,
      }))
      await queueMessages(tx, deps.pair, messages, deps.now())
    }
  })
  const at = await nextMorning(deps)
  const made = await db.owner
    .selectFrom('identity.message')
    .select('id')
    .where('template', '=', digest)
    .where('state', '=', 'queued')
    .orderBy('id')
    .execute()
  for (const { id } of made) await sendMessage({ ...deps, now: () => at }, id, true)
}

/** What waits for a digest, and whoever hears it. */
function toOffices() {
  return allTold().flatMap(({ to, say }) =>
    ['reporter', 'companions', 'sender', 'asker', 'everybody', 'digest_takers'].includes(to)
      ? []
      : [{ to: to as Exclude<typeof to, 'sender' | 'asker' | 'everybody' | 'digest_takers'>, say }],
  )
}

async function nextMorning(deps: MessageWorld['deps']): Promise<Date> {
  const start = Date.parse('2026-02-02T01:00:00Z')
  for (let tried = 0; tried < 20; tried += 1) {
    const at = new Date(start + mornings++ * dayMs)
    if ((await makeDigests({ ...deps, now: () => at })) > 0) return at
  }
  throw new Error('no working day in which a digest is made')
}
