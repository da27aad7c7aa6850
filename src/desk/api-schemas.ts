import { z } from 'zod'
import type { ApiOperation } from '../platform/api-operation.ts'
import { problemSchema } from '../platform/problem.ts'
import { deadlineSchema, statusSchema } from '../publication/api-schemas.ts'

const named = z.object({ slug: z.string(), name: z.string() })

/** One report of an officer's work. */
export const queueItemSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['complaint', 'aspiration', 'information_request']),
    title: z.string().nullable().describe('Null where you may know of the report but not read it.'),
    status: statusSchema,
    anonymous: z.boolean(),
    confidential: z.boolean(),
    agency: named.nullable().describe('Null while the national desk has it.'),
    unit: named.nullable().describe('Who holds it inside the office.'),
    filedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().describe('The list is ordered by this, the nearest first.'),
    overdue: z.boolean(),
    bounces: z.int().describe('How often an office returned it.'),
    deadlines: z.array(deadlineSchema),
  })
  .meta({ id: 'QueueItem' })

export const queueSchema = z
  .object({ items: z.array(queueItemSchema), next: z.string().nullable().describe('The cursor of the next page.') })
  .meta({ id: 'Queue' })

export type QueueItem = z.infer<typeof queueItemSchema>

const most = 100

export const queueQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(most).optional().describe('20 unless said; more than 100 is refused.'),
  cursor: z.string().optional().describe('`next` of the page before.'),
})

export const deskOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/queue',
    tag: 'Desk',
    summary: 'Your work, most urgent first',
    description:
      'What waits for the national desk, a report in work that names somebody who is not settled included; or what your office or unit still has to answer.',
    security: ['token'],
    request: { query: queueQuerySchema },
    responses: {
      200: { description: 'One page.', body: queueSchema },
      401: { description: 'A token is needed.', body: problemSchema },
      403: { description: 'This account handles no reports.', body: problemSchema },
      422: { description: 'A value means nothing here.', body: problemSchema },
    },
  },
]
