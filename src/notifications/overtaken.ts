import type { Tx } from '../report/as.ts'
import type { Move, Stage } from '../report/lifecycle.ts'
import { eventOf } from './event-of.ts'
import type { ReporterTemplate } from './table.ts'

/** News that ask a reporter for something: the stage in which it is still asked for, and the move that asked. */
const asking: Readonly<Partial<Record<ReporterTemplate, { stage: Stage; move: Move }>>> = {
  question: { stage: 'on_hold', move: 'hold' },
  answered: { stage: 'answered', move: 'answer' },
  lapsed: { stage: 'closed', move: 'lapse' },
  archived: { stage: 'archived', move: 'archive' },
  archived_silent: { stage: 'archived', move: 'archive' },
}

type Waiting = { id: string; report_id: string | null; template: string; dedupe: string }

/**
 * Which of these ask for what has been given, or is asked for no more, since they were queued: a question that was answered at night is not put
 * again in the morning.
 */
export async function overtakenOf(tx: Tx, messages: readonly Waiting[]): Promise<Set<string>> {
  const asks = messages.flatMap((message) => {
    const asked = asking[message.template as ReporterTemplate]
    const seq = eventOf(message.dedupe)
    return asked && seq !== undefined && message.report_id
      ? [{ id: message.id, ...asked, seq, report_id: message.report_id }]
      : []
  })
  if (asks.length === 0) return new Set()
  const ids = [...new Set(asks.map(({ report_id }) => report_id))]
  const reports = await tx.selectFrom('casework.report').select(['id', 'stage']).where('id', 'in', ids).execute()
  const events = await tx
    .selectFrom('casework.event')
    .select(['report_id', 'seq', 'move'])
    .where('report_id', 'in', ids)
    .where('move', 'in', [...new Set(asks.map(({ move }) => move))])
    .execute()
  const isOvertaken = ({ report_id, stage, move, seq }: (typeof asks)[number]) =>
    events.some((one) => one.report_id === report_id && one.move === move && one.seq > seq) ||
    reports.find(({ id }) => id === report_id)?.stage !== stage
  return new Set(asks.filter(isOvertaken).map(({ id }) => id))
}
