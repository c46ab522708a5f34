import { DOCKET_PART_NAMES, type DocketView } from '@shared/archive/schemas'

/** The names of what the file does not hold, each once. */
export const lacking = (items: DocketView['items']): string[] => [
  ...new Set(items.filter(({ present }) => !present).map(({ part, title }) => title || DOCKET_PART_NAMES[part])),
]
