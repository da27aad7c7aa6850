import { expect, inject, test } from 'vitest'
import { z } from 'zod'
import { problemSchema } from '../src/platform/problem.ts'
import { apiOf, tokenFor } from './api.ts'

// What the API says of itself is true: the document is whole, and every call that it names answers.

const { url, dataDir } = inject('product')
const { ask } = apiOf(url)

const parameterSchema = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean() })
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().min(3),
  parameters: z.array(parameterSchema).default([]),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.object({ description: z.string() })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })).length(1),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post']), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

const text = await (await fetch(`${url}/api/openapi.json`)).text()
const document = documentSchema.parse(JSON.parse(text))
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, ...operation })),
)

test('the document is OpenAPI 3.1: references resolve, names are unique, paths declare their parameters', () => {
  const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`))
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '')
  expect(references.filter((target) => !known.has(target))).toEqual([])
  const names = operations.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
  for (const { path, parameters } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath)
  }
})

test('every call of the contract is in it', () => {
  const said = operations.map(({ method, path }) => `${method} ${path}`)
  const moves = ['replies', 'confirmation', 'withdrawal', 'reopening', 'objection', 'secrecy', 'verification', 'hold']
  const more = [
    'archival',
    'completion',
    'merge',
    'unmerge',
    'assignment',
    'progress',
    'answer',
    'return',
    'attachments',
  ]
  const reads = ['/reports', '/reports/{id}', '/agencies', '/agencies/{slug}', '/categories', '/areas', '/statistics']
  for (const move of [...moves, ...more]) expect(said).toContain(`post /reports/{id}/${move}`)
  for (const path of [...reads, '/queue']) expect(said).toContain(`get ${path}`)
  expect(said).toContain('post /reports')
})

const token = await tokenFor(dataDir, 'verifikator')

test.each(operations)('$method $path answers as it says', async ({ method, path, responses }) => {
  const address = path.replace('{id}', 'ZZZZZZZZZ').replace('{slug}', 'tidak-ada')
  const told = await ask(method.toUpperCase(), address, { token, body: method === 'post' ? {} : undefined })
  expect(Object.keys(responses)).toContain(String(told.status))
  expect(told.json, told.text).toBeDefined()
  if (told.status < 400) return
  expect(told.headers.get('content-type')).toContain('application/problem+json')
  expect(problemSchema.parse(told.json).status).toBe(told.status)
})

test('the guide for people names every call', async () => {
  const page = await (await fetch(`${url}/api`)).text()
  for (const { summary } of operations) expect(page.replaceAll('&#39;', "'")).toContain(summary)
})
