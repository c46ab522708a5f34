import { tagWords } from '@server/platform/jieba'
import type { Claim } from '@shared/briefs/schemas'

/** Nouns, verbs and what describes: they say what a text is about. Names, numbers and small words do not. */
const TELLING = /^(n(?!r)|v|a|l|i|j|eng)/
/** What stands in any brief, whatever it is about. */
const PHRASES = new Set(
  '建议 情况 问题 居民 群众 反映 部门 解决 希望 加强 有关 相关 进行 工作 单位 存在 导致 造成 影响 要求 意见 原因 方面 方式 需要 措施 完善 推进 落实 开展 提高 明确 建立 机制 管理 责任 及时 定期 目前 部分 没有 可以 能够 应当 牵头 会同 政府 委员 政协 本市 全市 当地 附近 有人 多人 大家 每天 出现 成为 发现'.split(
    ' ',
  ),
)
const SHORTEST = 2
/** The document that keeps them stays small; what a brief is about is said early. */
const MOST_TERMS = 200

interface Said {
  title: string
  situation: readonly Pick<Claim, 'text'>[]
  causes: readonly Pick<Claim, 'text'>[]
  suggestions: readonly Pick<Claim, 'text'>[]
}

/** The words by which similar briefs are found, each once, in the order in which they come. */
export const termsOf = ({ title, situation, causes, suggestions }: Said): string[] => {
  const text = [title, ...[...situation, ...causes, ...suggestions].map((claim) => claim.text)].join('\n')
  const words = tagWords(text.normalize('NFKC').toLowerCase()).flatMap(({ word, tag }) =>
    word.length >= SHORTEST && TELLING.test(tag) && !PHRASES.has(word) ? [word] : [],
  )
  return [...new Set(words)].slice(0, MOST_TERMS)
}
