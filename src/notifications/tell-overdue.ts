import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { answerClocks } from '../report/deadlines.ts'
import type { Stage } from '../report/lifecycle.ts'
import { type Message, queueMessages } from './queue-messages.ts'
import { recipientsOf } from './recipients.ts'
import { overdueTellings } from './table.ts'
import { timeKept } from '../report/time-kept.ts'
import { readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'

const owing: readonly Stage[] = ['forwarded', 'in_progress']

/**
 * Tell those who must hear that this clock B is overdue, each level once; nobody when it has been answered meanwhile.
 * @param clockSeq number of the clock B; 0 for the offer of the Ombudsman, which belongs to the report
 */
export async function tellOverdue(deps: TellDeps, reportId: string, clockSeq: number): Promise<void> {
  const now = deps.now()
  await as(deps.db, system, async (tx) => {
    const report = await readReport(tx, reportId)
    if (!report) return
    const isOver = clockSeq === 0 ? report.ombudsman_at !== null : !owing.includes(report.stage)
    if (isOver || (clockSeq > 0 && clockSeq !== answerClocks(report.clocks))) return
    const levels = await tx
      .selectFrom('casework.escalation')
      .select('level')
      .where('report_id', '=', reportId)
      .where('clock_seq', '=', clockSeq)
      .orderBy('level')
      .execute()
    const messages: Message[] = []
    for (const { level } of levels) {
      const telling = overdueTellings[level]
      if (!telling) continue
      const who = telling.to === 'unit' && !report.unit_id ? 'coordinator' : telling.to
      for (const to of await recipientsOf(tx, deps.pair, report, who, now)) {
        const dedupe = `overdue ${reportId} ${clockSeq} ${level} ${to.person} ${to.channel}`
        messages.push({ to, template: telling.say, dedupe })
      }
    }
    await queueMessages(tx, deps.pair, messages, timeKept(report, now))
  })
}
