import { z } from 'zod'
import type { ApiOperation, ApiResponse } from '../platform/api-operation.ts'
import { problemSchema } from '../platform/problem.ts'
import { listQuerySchema } from './api-queries.ts'
import {
  agencyDetailSchema,
  agencySchema,
  areaSchema,
  categorySchema,
  privateReportSchema,
  publicReportSchema,
  reportListSchema,
  statisticsSchema,
} from './api-schemas.ts'

const notFound: ApiResponse = { description: 'Unknown, or not yours to know.', body: problemSchema }
const wrongToken: ApiResponse = { description: 'A token was sent and is nobody’s.', body: problemSchema }
const invalid: ApiResponse = { description: 'A value means nothing here.', body: problemSchema }
const listOf = (schema: z.ZodType) => z.object({ items: z.array(schema), next: z.string().nullable() })
const trackingId = z.object({ id: z.string().describe('The tracking ID; case, spaces and dashes do not matter.') })

/** What the public may ask, told by the schemas of the answers. */
export const publicationOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/reports',
    tag: 'Reports',
    summary: 'Public reports, newest first',
    description: 'Pages are stable while reports are added: follow `next`.',
    request: { query: listQuerySchema },
    responses: { 200: { description: 'One page.', body: reportListSchema }, 401: wrongToken, 422: invalid },
  },
  {
    method: 'get',
    path: '/reports/{id}',
    tag: 'Reports',
    summary: 'One report and its thread',
    description: 'Public to anyone; with a key or token that opens it, the private view (PrivateReport).',
    security: ['none', 'reportKey', 'token'],
    request: {
      params: trackingId,
      headers: z.object({ 'Report-Key': z.string().optional().describe('The key that was given at filing.') }),
    },
    responses: {
      200: { description: 'The report.', body: z.union([privateReportSchema, publicReportSchema]) },
      401: wrongToken,
      404: notFound,
    },
  },
  {
    method: 'get',
    path: '/agencies',
    tag: 'Reference',
    summary: 'Every office',
    responses: { 200: { description: 'All of them.', body: listOf(agencySchema) }, 401: wrongToken },
  },
  {
    method: 'get',
    path: '/agencies/{slug}',
    tag: 'Reference',
    summary: 'One office, its units and its figures',
    request: { params: z.object({ slug: z.string() }) },
    responses: { 200: { description: 'The office.', body: agencyDetailSchema }, 401: wrongToken, 404: notFound },
  },
  {
    method: 'get',
    path: '/categories',
    tag: 'Reference',
    summary: 'The topics of reports',
    responses: { 200: { description: 'All of them.', body: listOf(categorySchema) }, 401: wrongToken },
  },
  {
    method: 'get',
    path: '/areas',
    tag: 'Reference',
    summary: 'Provinces, regencies, cities and districts',
    request: { query: z.object({ parent: z.string().optional().describe('Only those right below this code.') }) },
    responses: { 200: { description: 'All of them.', body: listOf(areaSchema) }, 401: wrongToken },
  },
  {
    method: 'get',
    path: '/statistics',
    tag: 'Figures',
    summary: 'The three numbers, by status and by office',
    responses: {
      200: { description: 'Exact, from the public reports alone.', body: statisticsSchema },
      401: wrongToken,
    },
  },
]
