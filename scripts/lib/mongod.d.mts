export const findMongod: () => Promise<string>
