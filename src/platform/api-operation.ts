import type { z } from 'zod'

/** An answer as OpenAPI tells it. `body` left out: no content. */
export type ApiResponse = {
  description: string
  body?: z.ZodType
  /** 'application/json' unless said otherwise; problems are 'application/problem+json' by themselves (status 400 and above). */
  type?: string
  headers?: Readonly<Record<string, string>>
}

/** How a caller may prove who they are: `none`, the reporter's `Report-Key` header, or a bearer `token`. */
export type ApiSecurity = 'none' | 'reportKey' | 'token'

/**
 * One call of the API, told by the schemas that also judge it. A room exports an array of these beside its routes
 * (`fooOperations`); src/api/openapi.ts gathers them into the document at /api/openapi.json.
 */
export type ApiOperation = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below /api/v1, with parameters in braces: '/reports/{id}'. */
  path: string
  summary: string
  description?: string
  /** Groups calls on the readable page: 'Reports', 'Reference', 'Desk'. */
  tag?: string
  /** What is accepted; one of them suffices. Left out: open to anyone. */
  security?: readonly ApiSecurity[]
  request?: {
    /** Objects: one property for each parameter. */
    params?: z.ZodObject
    query?: z.ZodObject
    headers?: z.ZodObject
    body?: z.ZodType
    bodyType?: 'application/json' | 'multipart/form-data'
  }
  responses: Readonly<Record<number, ApiResponse>>
}
