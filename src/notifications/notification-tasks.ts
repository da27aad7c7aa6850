import { z } from 'zod'
import type { Task } from '../platform/jobs.ts'
import { makeDigests } from './digest/make-digests.ts'
import { replayMessage } from './failed/replay-message.ts'
import { sendMessage } from './send.ts'
import { handOverSms } from './hand-over-sms.ts'
import { tell } from './tell.ts'
import { tellGuessing } from './tell-guessing.ts'
import { followOpening, tellEmbargo } from './tell-opening.ts'
import { tellOverdue } from './tell-overdue.ts'
import type { TellDeps } from './tell-deps.ts'

const eventPayload = z.object({ reportId: z.uuid(), seq: z.number().int() })
const messagePayload = z.object({ messageId: z.uuid() })

type Name = 'event' | 'overdue' | 'opening' | 'embargo' | 'guessing' | 'replay' | 'digests' | 'send'

/** The jobs of this room. All but `send` and `digests`, which is asked for every minute, are topics of the outbox. */
export function notificationTasks(deps: TellDeps): Record<Name, Task> {
  const about =
    (work: (deps: TellDeps, reportId: string, seq: number) => Promise<void>): Task =>
    (payload) => {
      const { reportId, seq } = eventPayload.parse(payload)
      return work(deps, reportId, seq)
    }
  return {
    event: about(tell),
    overdue: about(tellOverdue),
    opening: about(followOpening),
    embargo: about(tellEmbargo),
    guessing: about(tellGuessing),
    // The outbox names a message where it names a report otherwise; 1 is by the other door.
    replay: about((tellDeps, messageId, otherDoor) => replayMessage(tellDeps, messageId, otherDoor === 1)),
    digests: () => makeDigests(deps),
    async send(payload, { lastTry }) {
      const { messageId } = messagePayload.parse(payload)
      if (!(await handOverSms(deps, messageId))) await sendMessage(deps, messageId, lastTry)
    },
  }
}
