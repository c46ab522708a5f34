import type { CaseKind } from '../../../shared/cases/words'
import { type Rejection, readRows, type Submission } from './rows'
import { connectTo, type Login, reasonOf, type Service } from './service'

const AT_ONCE = 12

export interface ImportOptions extends Login {
  bytes: Uint8Array
  url: string
  kind?: CaseKind
  /** Where the messages belong; without it, the region for which the importer was appointed. */
  region?: string
  opinionUse?: boolean
  limit?: number
  /** Hears how far it is. */
  progress?: (summary: Summary) => void
}
export interface Summary {
  total: number
  accepted: number
  /** Were there already: from an earlier run, or twice in the file. */
  repeated: number
  rejected: Rejection[]
}

const CREATED = 201
const FOUND = 200

const file = async (service: Service, { row, id, key, body }: Submission, summary: Summary): Promise<void> => {
  const answer = await service.call('POST', '/api/cases', body, key)
  if (answer.status === CREATED) summary.accepted += 1
  else if (answer.status === FOUND) summary.repeated += 1
  else summary.rejected.push({ row, id, reason: reasonOf(answer) })
}

/** Files every message of a CSV file as a case, each once, each writer as a person of their own. */
export const importMessages = async (options: ImportOptions): Promise<Summary> => {
  const { bytes, url, kind = 'complaint', region, opinionUse = false, limit, progress = () => undefined, token, code } = options
  const service = connectTo(url)
  const own = await service.login({ token, code })
  const { submissions, rejected, total } = readRows(bytes, { kind, regionCode: region ?? own, opinionUse, limit })
  const summary: Summary = { total, accepted: 0, repeated: 0, rejected: [...rejected] }
  const waiting = submissions.values()
  const worker = async (): Promise<void> => {
    // One iterator for all: each takes the next row when it is free.
    for (const submission of waiting) {
      await file(service, submission, summary)
      progress(summary)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  summary.rejected.sort((one, other) => one.row - other.row)
  return summary
}
