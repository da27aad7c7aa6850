import { Hono } from 'hono'
import type { ApiOperation } from '../platform/api-operation.ts'
import { localeOf } from '../ui/locale.ts'
import { GuidePage } from './guide-page.tsx'
import { openApiDocument } from './openapi.ts'

/** /api for people and /api/openapi.json for programs, both told by the operations of all rooms. */
export function apiGuideRoutes(baseUrl: string, operations: readonly ApiOperation[]) {
  const document = openApiDocument(operations, baseUrl)
  const text = JSON.stringify(document)
  return new Hono()
    .get('/api/openapi.json', (c) =>
      c.body(text, 200, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'public, no-cache',
        'access-control-allow-origin': '*',
      }),
    )
    .get('/api', (c) =>
      c.html(<GuidePage locale={localeOf(c)} operations={operations} document={document} baseUrl={baseUrl} />),
    )
}
