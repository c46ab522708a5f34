export const openDatabase: (uri?: string) => Promise<{ uri: string; stop: () => Promise<void> }>
