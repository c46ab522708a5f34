import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { newKey } from '@/lib/keys'
import type { Draft } from './draft'

/** A finished draft on its way. */
export interface Parcel {
  draft: Draft
  /** Ids that the service gave to the files sent so far, by local id. */
  fileIds: Record<string, string>
  /** Whose it is; null when written before it was known who is there. */
  owner: string | null
  /** Whether it may have reached the service: then it must not be changed any more. */
  attempted: boolean
  /** Why the service will not have it as it is. */
  refused: string | null
}

interface Sent {
  caseId: string
  number: string
  assignee: string | null
  deadline: string | null
}

interface OutboxState {
  parcels: Parcel[]
  /** The key of the parcel being sent, and how far its files are. */
  sending: { key: string; done: number; total: number } | null
  /** What has become of those sent while the app was open, by key. */
  sent: Record<string, Sent>
}

const KEY = 'outbox'

const read = (): Parcel[] => {
  const value: unknown = Taro.getStorageSync(KEY)
  return Array.isArray(value) ? (value as Parcel[]) : []
}

/** What waits to be sent. Storage is the truth; this is its picture for screens. */
export const useOutbox = create<OutboxState>(() => ({ parcels: read(), sending: null, sent: {} }))

const write = (parcels: Parcel[]): void => {
  if (parcels.length > 0) Taro.setStorageSync(KEY, parcels)
  else Taro.removeStorageSync(KEY)
  useOutbox.setState({ parcels })
}

/** All parcels, oldest first, read anew: another tab may have sent some. */
export const parcels = (): Parcel[] => {
  const now = read()
  useOutbox.setState({ parcels: now })
  return now
}

export const addParcel = (parcel: Parcel): void => write([...read().filter(({ draft }) => draft.key !== parcel.draft.key), parcel])

export const changeParcel = (key: string, change: Partial<Parcel>): void =>
  write(read().map((parcel) => (parcel.draft.key === key ? { ...parcel, ...change } : parcel)))

export const removeParcel = (key: string): void => write(read().filter(({ draft }) => draft.key !== key))

/** Takes a parcel out again to be changed; null when it may already have arrived. */
export const takeBack = (key: string): Draft | null => {
  const parcel = read().find(({ draft }) => draft.key === key)
  if (!parcel || (parcel.attempted && !parcel.refused)) return null
  removeParcel(key)
  const fresh = <F extends { key: string }>(file: F): F => ({ ...file, key: newKey() })
  const { draft } = parcel
  return { ...draft, key: newKey(), voice: draft.voice && fresh(draft.voice), photos: draft.photos.map(fresh), sendAfterLogin: false }
}
