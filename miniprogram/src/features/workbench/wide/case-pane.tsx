/** WeChat shows a case on a page of its own, so its first package need not carry the case. */
export const CasePane = (_: { id: string; intent?: string | undefined }) => null
