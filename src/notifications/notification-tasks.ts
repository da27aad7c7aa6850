import { z } from 'zod'
import type { Task } from '../platform/jobs.ts'
import { sendMessage } from './send.ts'
import { tell } from './tell.ts'
import { tellGuessing } from './tell-guessing.ts'
import { followOpening, tellEmbargo } from './tell-opening.ts'
import { tellOverdue } from './tell-overdue.ts'
import type { TellDeps } from './tell-deps.ts'

const eventPayload = z.object({ reportId: z.uuid(), seq: z.number().int() })
const messagePayload = z.object({ messageId: z.uuid() })

type Name = 'event' | 'overdue' | 'opening' | 'embargo' | 'guessing' | 'send'

/** The jobs of this room. All but `send` are topics of the outbox. */
export function notificationTasks(deps: TellDeps): Record<Name, Task> {
  return {
    event: (payload) => {
      const { reportId, seq } = eventPayload.parse(payload)
      return tell(deps, reportId, seq)
    },
    overdue: (payload) => {
      const { reportId, seq } = eventPayload.parse(payload)
      return tellOverdue(deps, reportId, seq)
    },
    opening: (payload) => {
      const { reportId, seq } = eventPayload.parse(payload)
      return followOpening(deps, reportId, seq)
    },
    embargo: (payload) => {
      const { reportId, seq } = eventPayload.parse(payload)
      return tellEmbargo(deps, reportId, seq)
    },
    guessing: (payload) => tellGuessing(deps, eventPayload.parse(payload).reportId),
    send: (payload, { lastTry }) => sendMessage(deps, messagePayload.parse(payload).messageId, lastTry),
  }
}
