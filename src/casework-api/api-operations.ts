import { z } from 'zod'
import type { ApiOperation, ApiResponse } from '../platform/api-operation.ts'
import { problemSchema } from '../platform/problem.ts'
import { privateReportSchema } from '../publication/api-schemas.ts'
import { erasureOperation } from './erasure.ts'
import { ledgerSchema } from './ledger.ts'
import { newsOperations } from './news.ts'
import { moveCalls } from './move-operations.ts'

const trackingId = z.object({ id: z.string().describe('The tracking ID; case, spaces and dashes do not matter.') })
const reportKey = z.object({ 'Report-Key': z.string().optional().describe('The key that was given at filing.') })
const no = (description: string): ApiResponse => ({ description, body: problemSchema })

const moveOperations = moveCalls.map((move): ApiOperation => {
  const byReporter = move.by.includes('reporter')
  return {
    method: 'post',
    path: `/reports/{id}/${move.path}`,
    tag: 'Moves',
    summary: move.summary,
    description: `By: ${move.by.join(', ')}. The answer is the report as you see it afterwards; one that left your sight keeps only ID and status.`,
    security: byReporter ? ['reportKey', 'token'] : ['token'],
    request: { params: trackingId, ...(byReporter ? { headers: reportKey } : {}), body: move.body },
    responses: {
      200: { description: 'Moved.', body: privateReportSchema },
      400: no('Not JSON.'),
      401: no('The token is nobody’s.'),
      404: no('Unknown, or not yours to know.'),
      409: no(
        '`changed`: somebody moved it after `version`; else not from where the report stands, `allowed` lists what is.',
      ),
      413: no('More than 1 MiB.'),
      415: no('A body that is not application/json.'),
      422: no('Something in the body is wrong.'),
    },
  }
})

/** What the reporter and the offices may do with a report, told by the schemas that judge it. */
export const caseworkOperations: readonly ApiOperation[] = [
  ...moveOperations,
  {
    method: 'get',
    path: '/reports/{id}/openings',
    tag: 'Reports',
    summary: 'Who asked to open what of your report, when and why',
    description: 'For its reporter alone. Refused requests too, the latest first; empty when it was never opened.',
    security: ['reportKey', 'token'],
    request: { params: trackingId, headers: reportKey },
    responses: {
      200: { description: 'The ledger.', body: ledgerSchema },
      401: no('The token is nobody’s.'),
      404: no('Unknown, or not yours to know.'),
    },
  },
  erasureOperation,
  ...newsOperations,
  {
    method: 'get',
    path: '/reports/{id}/attachments/{attachmentId}',
    tag: 'Reports',
    summary: 'A picture of a report that you may read',
    description: 'The addresses stand in `pictures` of the private view. Public pictures have public addresses.',
    security: ['reportKey', 'token'],
    request: {
      params: trackingId.extend({ attachmentId: z.string() }),
      query: z.object({ size: z.enum(['small']).optional().describe('The thumbnail.') }),
      headers: reportKey,
    },
    responses: {
      200: { description: 'The picture.', body: z.string().meta({ format: 'binary' }), type: 'image/jpeg' },
      401: no('The token is nobody’s.'),
      404: no('Unknown, or not yours to know.'),
    },
  },
]
