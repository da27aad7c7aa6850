import { z } from 'zod'
import type { ApiOperation } from '../platform/api-operation.ts'
import { problemSchema } from '../platform/problem.ts'
import { publicReportSchema } from '../publication/api-schemas.ts'
import { moveCalls } from './move-operations.ts'

const trackingId = z.object({ id: z.string().describe('The tracking ID; case, spaces and dashes do not matter.') })

/** What the reporter and the offices may do with a report, told by the schemas that judge it. */
export const caseworkOperations: readonly ApiOperation[] = moveCalls.map((move) => ({
  method: 'post',
  path: `/reports/{id}/${move.path}`,
  tag: 'Moves',
  summary: move.summary,
  description: `By: ${move.by.join(', ')}. The answer is the report as you see it afterwards.`,
  security: move.by.includes('reporter') ? (['reportKey', 'token'] as const) : (['token'] as const),
  request: { params: trackingId, body: move.body },
  responses: {
    200: { description: 'Moved.', body: publicReportSchema },
    400: { description: 'Not JSON.', body: problemSchema },
    401: { description: 'The token is nobody’s.', body: problemSchema },
    404: { description: 'Unknown, or not yours to know.', body: problemSchema },
    409: { description: 'Not from where the report stands; `allowed` lists what is.', body: problemSchema },
    422: { description: 'Something in the body is wrong.', body: problemSchema },
  },
}))
