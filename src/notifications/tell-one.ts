import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { queueMessages } from './queue-messages.ts'
import { recipientsOf } from './recipients.ts'
import type { Template, Who } from './table.ts'
import { timeKept } from '../report/time-kept.ts'
import { readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'

/**
 * One letter about a report to everyone behind `who`; nothing when the report is gone.
 * @param once what makes it one for each person: said twice, sent once
 */
export async function tellOne(
  deps: TellDeps,
  reportId: string,
  who: Who,
  template: Template,
  once: string,
): Promise<void> {
  const now = deps.now()
  await as(deps.db, system, async (tx) => {
    const report = await readReport(tx, reportId)
    if (!report) return
    const recipients = await recipientsOf(tx, deps.pair, report, who, now)
    const messages = recipients.map((to) => ({
      to,
      template,
      dedupe: `${once} ${to.person}`,
    }))
    await queueMessages(tx, deps.pair, messages, timeKept(report, now))
  })
}
