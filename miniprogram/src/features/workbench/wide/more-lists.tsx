/** WeChat shows these lists on pages of their own, so its first package need not carry them. */
export const MoreLists = (_: { section: 'followUps' | 'centre' }) => null
