import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { queueMessages } from './queue-messages.ts'
import { recipientsOf } from './recipients.ts'
import { messageTime, readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'

/**
 * The desk hears that somebody's words about a report were stopped again and again (secrecy/letting-words-out.ts), once a day for
 * each report; whose and which words is not in the letter.
 */
export async function tellGuessing(deps: TellDeps, reportId: string): Promise<void> {
  const now = deps.now()
  await as(deps.db, system, async (tx) => {
    const report = await readReport(tx, reportId)
    if (!report) return
    const desk = await recipientsOf(tx, deps.pair, report, 'desk', now)
    const messages = desk.map((to) => ({
      to,
      template: 'guessing' as const,
      channel: 'email' as const,
      dedupe: `guessing ${reportId} ${now.toISOString().slice(0, 10)} ${to.person}`,
    }))
    await queueMessages(tx, deps.pair.publicKey, messages, messageTime(report, now))
  })
}
