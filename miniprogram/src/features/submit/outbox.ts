/** Placeholder. */
export const watchOutbox = (): void => undefined
