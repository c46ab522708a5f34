import type * as z from 'zod/mini'
import { type FieldError, InvalidInput } from '../errors'

const MESSAGES: Record<string, string> = {
  invalid_type: '类型不对或没有填写',
  too_big: '太长或太大',
  too_small: '太短或太小',
  invalid_format: '格式不对',
  unrecognized_keys: '不认识的字段',
  invalid_value: '不在可选范围内',
  invalid_union: '不符合任何一种可用的写法',
  not_text: '含有无法识别的字符',
  unknown_category: '没有这个类别',
  text_or_audio: '请写几句话，或者录一段话',
  region_or_location: '请选择所在地区，或者在地图上标出位置',
  text_or_files: '请写点什么，或者附上照片',
  one_of: '这些条件只能选一个',
  from_before_to: '结束要晚于开始',
}

const toField = (issue: z.core.$ZodIssue): FieldError[] => {
  const code = issue.code === 'custom' ? issue.message : issue.code
  const path = issue.path.map(String).join('.')
  const message = MESSAGES[code] ?? '内容有误'
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code, message }))
  return [{ path, code, message }]
}

/** What the schema makes of `input`; otherwise InvalidInput, which names every field (at most 20). */
export const parse = <S extends z.ZodMiniType>(schema: S, input: unknown): z.infer<S> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data as z.infer<S>
  throw new InvalidInput(result.error.issues.flatMap(toField).slice(0, 20))
}
