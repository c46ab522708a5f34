import { type FileRef, openContent } from '@server/platform/files'

/** A stored photo or recording, whole. Throws when it is not there. */
export const readContent = async (file: FileRef): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of openContent(file.id)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
