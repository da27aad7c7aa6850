import { expect, test } from 'vitest'
import { z } from 'zod'
import { publicationOperations } from '../publication/api-operations.ts'
import { openApiDocument } from './openapi.ts'
import { apiGuideRoutes } from './routes.tsx'

type Told = {
  openapi: string
  paths: Record<string, Record<string, { parameters?: { name: string; in: string; required: boolean }[] }>>
  components: { schemas: Record<string, object> }
}

const document = openApiDocument(publicationOperations, 'http://lapor.test') as Told

test('every call is told once, with its parameters', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/reports/{id}')
  const names = document.paths['/reports']?.get?.parameters?.map((parameter) => parameter.name)
  expect(names).toEqual(expect.arrayContaining(['q', 'status', 'instansi', 'limit', 'cursor', 'bbox']))
  expect(document.paths['/reports/{id}']?.get?.parameters).toEqual([
    expect.objectContaining({ in: 'path', required: true }),
    expect.objectContaining({ in: 'header', name: 'Report-Key', required: false }),
  ])
})

test('every reference leads to a schema that is there', () => {
  const text = JSON.stringify(document)
  const wanted = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((found) => found[1] ?? '')
  expect(wanted).toContain('PublicReport')
  for (const name of wanted) expect(document.components.schemas).toHaveProperty(name)
  expect(text).not.toContain('$defs')
})

test('a schema with the same id in two calls is one component', () => {
  const shared = z.object({ a: z.string() }).meta({ id: 'Shared' })
  const responses = { 200: { description: 'Yes.', body: z.object({ items: z.array(shared) }) } }
  const told = openApiDocument(
    [
      { method: 'get', path: '/a', summary: 'A', responses },
      { method: 'post', path: '/b', summary: 'B', request: { body: shared }, responses },
    ],
    '',
  ) as Told
  expect(Object.keys(told.components.schemas)).toEqual(['Shared'])
})

test('people and programs find the same calls', async () => {
  const app = apiGuideRoutes('http://lapor.test', publicationOperations)
  const json = await app.request('/api/openapi.json')
  const page = await (await app.request('/api')).text()
  expect(await json.json()).toEqual(document)
  for (const { path } of publicationOperations) expect(page).toContain(path)
})
