import { z } from 'zod'
import type { ApiOperation, ApiResponse } from '../platform/api-operation.ts'
import { problemSchema } from '../platform/problem.ts'
import { attachedSchema, filedSchema, filingRequestSchema } from './api-schemas.ts'

const no = (description: string): ApiResponse => ({ description, body: problemSchema })

/** Filing by programs, told by the schemas that judge it. */
export const intakeOperations: readonly ApiOperation[] = [
  {
    method: 'post',
    path: '/reports',
    tag: 'Reports',
    summary: 'File a report',
    description:
      'Needs no account. The same Idempotency-Key with the same body gives the same answer, key included, however late. With the token of a citizen the report belongs to their account; with that of an officer it is filed for someone who came by; when it is about that officer or their office, no key is given, and without a phone or e-mail nothing is filed (422 `no_way_back`).',
    security: ['none', 'token'],
    request: {
      headers: z.object({
        'Idempotency-Key': z
          .string()
          .max(255)
          .optional()
          .describe('Random, such as a UUID; whoever guesses it and the body gets the answer too.'),
      }),
      body: filingRequestSchema,
    },
    responses: {
      201: { description: 'Stored for good.', body: filedSchema, headers: { Location: 'The report.' } },
      400: no('Not JSON.'),
      401: no('Unknown token.'),
      409: no('The same filing is being stored right now; try again.'),
      413: no('More than 1 MiB.'),
      415: no('Not application/json.'),
      422: no('Something has to be put right, or the key was used for another body.'),
    },
  },
  {
    method: 'post',
    path: '/reports/{id}/attachments',
    tag: 'Reports',
    summary: 'Add photos to a report',
    description:
      'JPEG, PNG or WebP, each at most 10 MiB, as files of a form. They are drawn anew; originals are not kept. A bad photo is refused alone. Those of an office wait for its answer or progress: send the `attachments` that it is given with it.',
    security: ['reportKey', 'token'],
    request: {
      params: z.object({ id: z.string() }),
      body: z.object({ file: z.array(z.string().meta({ format: 'binary' })) }),
      bodyType: 'multipart/form-data',
    },
    responses: {
      201: { description: 'At least one photo is kept.', body: attachedSchema },
      401: no('Unknown token.'),
      404: no('Unknown, or not yours to know.'),
      409: no('The report takes nothing more.'),
      413: no('Every photo is too large.'),
      415: no('Not multipart/form-data.'),
      422: no('No photo could be kept.'),
    },
  },
]
