const length = (value: string) => [...value].length
const only = (pattern: RegExp, most: number) => (value: string) => pattern.test(value) && length(value) <= most

/** WeChat's limits for the fields of a subscription message, by the kind that begins the field's name. */
const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  phrase: only(/^[\u4e00-\u9fff]+$/, 5),
  character_string: only(/^[\x21-\x7e ]+$/, 32),
  number: only(/^-?[\d.]+$/, 32),
  letter: only(/^[a-z]+$/i, 32),
  symbol: (value) => length(value) <= 5,
  time: only(/^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2})?[ ~]?(\d{1,2}:\d{2}(:\d{2})?)?(~.+)?$/, 48),
  date: only(/^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2})([ ~].+)?$/, 48),
  amount: only(/^[^\d]?\d+(\.\d+)?元?$/, 13),
  phone_number: only(/^[\d+-]+$/, 17),
  car_number: (value) => length(value) <= 8,
  name: (value) => (/[\u4e00-\u9fff]/.test(value) ? length(value) <= 10 : length(value) <= 20),
}

/** The name of the first field that WeChat would refuse with 47003, or undefined. */
export const badField = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data'
  for (const [name, field] of Object.entries(data as Record<string, unknown>)) {
    const value = (field as { value?: unknown } | null)?.value
    const rule = RULES[name.replace(/\d+$/, '')]
    if (typeof value !== 'string' || value.trim() === '' || !rule?.(value)) return `data.${name}.value`
  }
}
