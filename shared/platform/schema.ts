import * as z from 'zod/mini'

/** True when a string holds no lone surrogate and no control character but tab and line breaks. */
const isClean = (value: string): boolean => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(value)) return false
  try {
    encodeURIComponent(value)
    return true
  } catch {
    return false
  }
}

/** Words written by a person: no lone surrogates, no control characters, not only blanks. Lengths in UTF-16 units. */
export const words = (max: number, min = 1) =>
  z.string().check(
    z.maxLength(max),
    z.refine((value) => value.trim().length >= min, { error: 'too_small' }),
    z.refine(isClean, { error: 'not_text' }),
  )

/** An opaque id. Whether it exists is found out by loading it. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

/** A region code: 2, 4, 6, 9, 12 or 15 digits by level. */
export const RegionCode = z.string().check(z.regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/))

/** An instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true })

/** GeoJSON Point, WGS 84, [longitude, latitude]. */
export const Point = z.strictObject({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number().check(z.gte(-90), z.lte(90))]),
})

/** A mainland mobile number (11 digits) or a landline with area code. */
export const Phone = z.string().check(z.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/))

/** `?limit=` and `?cursor=` of every list: 20 by default, at most 100. */
export const PageQuery = {
  cursor: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 20),
}

/** One page of a list; `nextCursor` is null at the end. */
export const pageOf = <T extends z.ZodMiniType>(item: T) => z.strictObject({ items: z.array(item), nextCursor: z.nullable(z.string()) })

/** A short list that is never paged. */
export const itemsOf = <T extends z.ZodMiniType>(item: T) => z.strictObject({ items: z.array(item) })

/** A query value that may be given once or several times. */
export const oneOrMany = <T extends z.ZodMiniType>(item: T) =>
  z.optional(
    z.pipe(
      z.transform((value: unknown) => (Array.isArray(value) ? value : [value])),
      z.array(item).check(z.maxLength(20)),
    ),
  )

export const Done = z.strictObject({ ok: z.literal(true) })
