import type { Attachment } from './attachments'
import type { ManifestEntry } from './docket.model'
import { readContent } from './file-content'
import { sm3 } from './sm3'

/** One after the other, so that any number of photos takes the memory of one. What is missing has no digest. */
export const digestFiles = async (attachments: readonly Attachment[]): Promise<ManifestEntry[]> => {
  const entries: ManifestEntry[] = []
  for (const { name, title, file } of attachments) {
    const bytes = await readContent(file).catch(() => undefined)
    entries.push({ name, title, size: bytes?.length ?? 0, sm3: bytes ? sm3(bytes) : '' })
  }
  return entries
}
