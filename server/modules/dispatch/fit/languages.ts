import type { DeskBoard } from './desk-board'

/**
 * Languages that a text names ("我只会说客家话"), of those that some mediator of the place speaks: only these can make a
 * difference.
 */
export const languagesIn = (text: string | undefined, options: { board: DeskBoard; codes: readonly string[] }): string[] => {
  if (!text) return []
  const spoken = new Set<string>()
  for (const code of options.codes)
    for (const { desk } of options.board.serving(code)) for (const language of desk.languages ?? []) spoken.add(language)
  return [...spoken].filter((language) => text.includes(language))
}
