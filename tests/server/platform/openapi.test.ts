import { createOpenApi } from '@server/platform/http/openapi'
import { endpoints } from '@shared/endpoints'
import type { Endpoint } from '@shared/platform/endpoint'

interface Operation {
  operationId: string
  summary: string
  security: unknown[]
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
const document = createOpenApi() as { openapi: string; paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const entries = Object.entries(endpoints as Record<string, Endpoint>)

it('the description has every endpoint of the contract, and no other', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(entries.map(([name]) => name).sort())
})
it('no two endpoints share a method and a path', () => {
  expect(new Set(entries.map(([, entry]) => `${entry.method} ${entry.path.replace(/:\w+/g, ':')}`)).size).toBe(entries.length)
})
it.each(entries)('%s is described in full', (name, entry) => {
  const found = operations.find(({ operation }) => operation.operationId === name)
  const operation = found?.operation as Operation
  expect(found?.method).toBe(entry.method.toLowerCase())
  expect(operation.summary.length).toBeGreaterThan(5)
  const named = [...entry.path.matchAll(/:(\w+)/g)].map((match) => match[1])
  expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(named)
  expect(operation.security.length).toBe(entry.auth === 'user' ? 1 : 0)
  expect(operation.requestBody !== undefined).toBe(entry.body !== undefined)
  const answer = operation.responses[String(entry.status ?? 200)]
  expect(answer?.content !== undefined).toBe(entry.output !== 'empty')
  expect(operation.responses.default?.content).toHaveProperty(['application/problem+json'])
  for (const schema of JSON.stringify(operation).matchAll(/"\$ref":"([^"]+)"/g))
    expect(schema[1]).toMatch(/^#\/components\/schemas\/Problem$/)
})
