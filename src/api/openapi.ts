import { z } from 'zod'
import type { ApiOperation, ApiResponse } from '../platform/api-operation.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of these operations. Schemas with an id become components; nothing is written twice. */
export function openApiDocument(operations: readonly ApiOperation[], baseUrl: string): Json {
  const components: Json = {}
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const known = paths[operation.path] ?? {}
    paths[operation.path] = { ...known, [operation.method]: operationObject(operation, components) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'LAPOR! API',
      version: '1',
      description:
        'Reports of citizens and the public answers of offices. Errors are problem+json with a stable `code`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        reportKey: { type: 'apiKey', in: 'header', name: 'Report-Key', description: 'Given once at filing.' },
        token: { type: 'http', scheme: 'bearer', description: 'From `bin/lapor token create --for <email>`.' },
      },
    },
  }
}

function operationObject(operation: ApiOperation, components: Json): Json {
  const { request, responses, security } = operation
  const parameters = [
    ...parametersOf(request?.params, 'path', components),
    ...parametersOf(request?.query, 'query', components),
    ...parametersOf(request?.headers, 'header', components),
  ]
  const body = request?.body && {
    required: true,
    content: { [request.bodyType ?? 'application/json']: { schema: jsonSchema(request.body, components, 'input') } },
  }
  return {
    operationId: operationId(operation),
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    ...(operation.tag ? { tags: [operation.tag] } : {}),
    ...(security ? { security: security.map((way) => (way === 'none' ? {} : { [way]: [] })) } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, responseObject(status, response, components)]),
    ),
  }
}

function responseObject(status: string, response: ApiResponse, components: Json): Json {
  const type = response.type ?? (Number(status) >= 400 ? 'application/problem+json' : 'application/json')
  const headers = Object.entries(response.headers ?? {}).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ])
  return {
    description: response.description,
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    ...(response.body ? { content: { [type]: { schema: jsonSchema(response.body, components, 'output') } } } : {}),
  }
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query' | 'header', components: Json): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, components, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }))
}

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it; named schemas move to the components. */
function jsonSchema(schema: z.ZodType, components: Json, io: 'input' | 'output'): Json {
  const told = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Json }
  const { $schema: _dialect, $defs = {}, ...rest } = told
  for (const [name, definition] of Object.entries($defs)) components[name] = moved(definition)
  const { id, ...own } = rest
  if (typeof id !== 'string') return moved(own) as Json
  components[id] = moved(own)
  return { $ref: `#/components/schemas/${id}` }
}

/** References point to the components; an id inside a schema would be an address, so it goes. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => {
    const isReference = key === '$ref' && typeof inner === 'string'
    return [key, isReference ? inner.replace('#/$defs/', '#/components/schemas/') : moved(inner)]
  })
  return Object.fromEntries(entries)
}

function operationId({ method, path }: ApiOperation): string {
  const words = path.replace(/[{}]/g, '').split(/[/_-]/).filter(Boolean)
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
