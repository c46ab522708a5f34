/** Fewer people than these are not counted for anybody (decision 0008). */
const FEW = 5

export const isFew = (count: number): boolean => count < FEW
/** A count as it may be told: small ones are 0. */
export const tellable = (count: number): number => (isFew(count) ? 0 : count)
