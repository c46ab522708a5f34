import type { ManifestEntry } from './docket.model'

export interface ManifestHead {
  caseNumber: string
  /** The docket's, once it is frozen. */
  number: string | null
  /** When it was frozen, or made. */
  at: string
}

/** manifest.json: what is in the archive, with the SM3 digest of each file. */
export const manifestJson = (head: ManifestHead, files: readonly ManifestEntry[]): string =>
  `${JSON.stringify({ ...head, algorithm: 'SM3', files }, null, 2)}\n`

/** The same for people. */
export const manifestText = (head: ManifestHead, files: readonly ManifestEntry[]): string =>
  [
    `卷宗编号：${head.number ?? '（未归档）'}`,
    `事项编号：${head.caseNumber}`,
    `时间：${head.at}`,
    '摘要算法：SM3（国密，GB/T 32905）',
    '',
    ...files.flatMap(({ name, title, size, sm3 }) => [`${name}　${title}　${size} 字节`, `  ${sm3}`]),
    '',
  ].join('\n')
