import { unpackModel } from './classify/model'
import { modelCollection, type StoredModel } from './model.model'
import type { Learned } from './propose'

/** How old the knowledge of a process may be. */
const CHECK_EVERY_MS = 3000

interface Active extends Learned {
  version: number
}

let active: Active | undefined
let timer: NodeJS.Timeout | undefined
let loading: Promise<void> | undefined

/** Bytes that this version of the service cannot read leave the words in charge, rather than nobody. */
const open = ({ version, bytes, codes }: StoredModel): Active | undefined => {
  try {
    // The driver gives its own kind of binary; a mock of the words would be no use to anyone.
    const buffer = Buffer.from((bytes as unknown as { buffer: Uint8Array }).buffer)
    return { version, model: unpackModel(buffer), codes: new Map(codes.map(({ label, code }) => [label, code])) }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const load = async (): Promise<void> => {
  const head = await modelCollection().findOne({ active: true }, { projection: { version: 1 } })
  if (!head) active = undefined
  else if (head.version !== active?.version) {
    const stored = await modelCollection().findOne({ _id: head._id })
    active = stored ? open(stored as StoredModel) : undefined
  }
}

/** Reads which model is in use; to be awaited after every change by this process. */
export const refreshModel = (): Promise<void> => {
  // A change during a load asks for another one after it.
  const next = (loading ?? Promise.resolve()).then(load)
  loading = next.catch(() => undefined)
  return next
}

/** The model in use as this process knows it, at most some seconds old; undefined: only the words are asked. */
export const activeModel = (): Active | undefined => active

export const startUnderstanding = async (): Promise<void> => {
  await refreshModel()
  timer = setInterval(() => refreshModel().catch(() => undefined), CHECK_EVERY_MS)
  timer.unref()
}
export const stopUnderstanding = (): void => {
  clearInterval(timer)
  active = undefined
}
