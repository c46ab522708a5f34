import type { Section } from '../views'

export type MoreSection = Extract<Section, 'followUps' | 'centre' | 'supervisions' | 'lights' | 'tools'>

/** WeChat shows these lists on pages of their own, so its first package need not carry them. */
export const MoreLists = (_: { section: MoreSection }) => null
