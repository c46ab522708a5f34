import Taro from '@tarojs/taro'
import { dropKept, type KeptFile, openKept } from '@/lib/kept-files'
import { whenOnline } from '@/lib/network'
import { ApiProblem, isPassing, wordsOf } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { upload } from '@/lib/upload'
import { bodyOf, clearDraft, type Draft, rememberPlace } from './draft'
import { addParcel, changeParcel, type Parcel, parcels, removeParcel, useOutbox } from './outbox-store'
import { texts } from './texts'

/** Waits between attempts while the service cannot be reached, milliseconds. */
const WAITS = [5_000, 15_000, 30_000, 60_000]

/** Hands a finished draft over: from now on it sends itself, once. */
export const post = (draft: Draft): Promise<void> => {
  addParcel({ draft, fileIds: {}, owner: useApp.getState().me?.id ?? null, attempted: false, refused: null })
  rememberPlace(draft)
  clearDraft()
  return sendWaiting()
}

const filesOf = ({ voice, photos }: Draft): KeptFile[] => (voice ? [voice, ...photos] : photos)

/** Sends what has not been sent of the files, writing down each one's id at once. */
const sendFiles = async ({ draft, fileIds }: Parcel): Promise<Record<string, string>> => {
  const files = filesOf(draft)
  let ids = fileIds
  for (const [done, file] of files.entries()) {
    useOutbox.setState({ sending: { key: draft.key, done, total: files.length } })
    if (ids[file.id]) continue
    const local = await openKept(file)
    if (!local) continue // a photo that the telephone has thrown away must not keep the rest back
    ids = { ...ids, [file.id]: (await upload(local, file.key)).id }
    changeParcel(draft.key, { fileIds: ids })
  }
  return ids
}

const deliver = async (parcel: Parcel): Promise<void> => {
  const { draft } = parcel
  const body = bodyOf(draft, await sendFiles(parcel))
  if (!body.text && !body.audioFileId) return changeParcel(draft.key, { refused: texts.lostVoice })
  changeParcel(draft.key, { attempted: true })
  const view = await call('cases.submit', { body, key: draft.key })
  removeParcel(draft.key)
  const sent = { caseId: view.id, number: view.number, assignee: view.assignee?.name ?? null, deadline: view.deadline }
  useOutbox.setState((state) => ({ sent: { ...state.sent, [draft.key]: sent } }))
  for (const file of filesOf(draft)) void dropKept(file)
  void invalidate('cases.list')
}

const needsLogin = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 401 || error.code === 'consent_required')

const refusal = (error: unknown): string => {
  const details = error instanceof ApiProblem ? error.errors.map(({ message }) => message).filter(Boolean) : []
  return details.length > 0 ? details.join('；') : wordsOf(error)
}

let running: Promise<void> | undefined
let again = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

const retryLater = (error: unknown): void => {
  const asked = error instanceof ApiProblem && error.retryAfter ? error.retryAfter * 1000 : 0
  const wait = Math.max(asked, WAITS[Math.min(failures, WAITS.length - 1)] ?? 60_000)
  failures++
  timer = setTimeout(() => void sendWaiting(), wait)
}

/** Whether a parcel can go out now: nothing wrong with it, and its writer is there. */
const isReady = (parcel: Parcel): boolean => {
  const { status, me } = useApp.getState()
  if (parcel.refused || status !== 'in') return false
  return !parcel.owner || !me || parcel.owner === me.id
}

const sendAll = async (): Promise<void> => {
  for (const parcel of parcels().filter(isReady)) {
    useOutbox.setState({ sending: { key: parcel.draft.key, done: 0, total: filesOf(parcel.draft).length } })
    try {
      await deliver(parcel)
      failures = 0
    } catch (error) {
      if (needsLogin(error)) return
      if (isPassing(error)) return retryLater(error)
      changeParcel(parcel.draft.key, { refused: refusal(error) })
    } finally {
      useOutbox.setState({ sending: null })
    }
  }
}

/** Sends everything that waits, one after the other; never two runs at once, never throws. */
export const sendWaiting = (): Promise<void> => {
  again = running !== undefined
  if (running) return running
  clearTimeout(timer)
  running = sendAll()
    .catch(() => undefined)
    .then(() => {
      running = undefined
      if (again) return sendWaiting()
    })
  return running
}

/** Sends what waits whenever there is a chance: at the start, back in front, network back, logged in. */
export const watchOutbox = (): void => {
  const go = () => void sendWaiting()
  whenOnline(go)
  useApp.subscribe((now, before) => {
    if (now.status === 'in' && (before.status !== 'in' || now.me?.id !== before.me?.id)) go()
  })
  if (process.env.TARO_ENV === 'h5') document.addEventListener('visibilitychange', go)
  else Taro.onAppShow(go)
  go()
}
