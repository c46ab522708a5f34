import * as z from 'zod/mini'

export interface JsonSchema {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  /** Told apart by one of their fields. */
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  minItems?: number
  minimum?: number
  pattern?: string
  format?: string
  /** Null is a value here. */
  nullable?: boolean
}
export const schemaOf = (part: z.ZodMiniType): JsonSchema => z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }) as JsonSchema

/** Texts of which one fits every pattern of the contract. */
const TEXTS = [
  '880101',
  '13900000001',
  'a1b2c3d4e5f6g7h8',
  '0'.repeat(64),
  '2026-12-01',
  '2026-12-01T09:00:00+08:00',
  '110.01,30.01',
  '09:00',
  'https://meet.example/room',
  '1',
  'x',
]

const textFor = (schema: JsonSchema): string => {
  if (schema.format === 'date') return '2026-12-01'
  if (schema.format === 'date-time') return '2026-12-01T09:00:00+08:00'
  const found = TEXTS.find((text) => schema.pattern === undefined || new RegExp(schema.pattern).test(text))
  if (found === undefined) throw new Error(`No sample fits ${schema.pattern}: add one to TEXTS`)
  return found
}

/** Something that the schema accepts, with every field that it knows. */
export const sampleOf = (schema: JsonSchema): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const first = (schema.anyOf ?? schema.oneOf)?.[0]
  if (first) return sampleOf(first)
  switch (schema.type) {
    case 'string':
      return textFor(schema)
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'array':
      return (schema.prefixItems ?? (schema.items ? [schema.items] : [])).map(sampleOf)
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sampleOf(part)]))
    default:
      return 'x'
  }
}

/** Every place in a sample, as the keys that lead there, with the schema of what belongs there. */
export const placesOf = (schema: JsonSchema, at: (string | number)[] = []): { path: (string | number)[]; schema: JsonSchema }[] => {
  const nullable = schema.anyOf?.some((one) => one.type === 'null') ?? false
  const chosen = { ...((schema.anyOf ?? schema.oneOf)?.[0] ?? schema), nullable }
  const inside = [
    ...Object.entries(chosen.properties ?? {}).flatMap(([name, part]) => placesOf(part, [...at, name])),
    ...(chosen.items ? placesOf(chosen.items, [...at, 0]) : []),
    ...(chosen.prefixItems ?? []).flatMap((part, index) => placesOf(part, [...at, index])),
  ]
  return at.length > 0 ? [{ path: at, schema: chosen }, ...inside] : inside
}

/** A copy of `sample` with something else at one place. */
export const withAt = (sample: unknown, path: (string | number)[], value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(sample)) return sample.map((item, index) => (index === key ? withAt(item, rest, value) : item))
  const object = sample as Record<string, unknown>
  return { ...object, [key]: withAt(object[key], rest, value) }
}
