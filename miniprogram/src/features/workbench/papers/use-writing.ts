import type { Content, PaperKind, PaperView, PromiseInput } from '@shared/papers/schemas'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { toast, toastError } from '@/components/toast'
import { ApiProblem } from '@/lib/problem'
import { invalidate, queryClient } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

/** What is being written: it outlives the app until it has been saved. */
export interface Writing {
  content: Content
  promises: PromiseInput[]
  note: string
  fromPartyId: string | null
  toPartyId: string | null
  scope: 'general' | 'special'
}

export const blank = (content: Content, promises: readonly PromiseInput[]): Writing => ({
  content,
  promises: [...promises],
  note: '',
  fromPartyId: null,
  toPartyId: null,
  scope: 'general',
})

/** Kept under a name of its own for each new kind of paper in a case, and for each version of a paper that is changed. */
export const keyOf = (caseId: string, kind: PaperKind, paper: Pick<PaperView, 'id' | 'version'> | null): string =>
  paper ? `paper:${paper.id}:${paper.version}` : `paper:${caseId}:${kind}`

const useKept = (key: string, start: Writing) => {
  const [kept] = useState(() => Taro.getStorageSync(key) as Writing | '')
  const [writing, setWriting] = useState<Writing>(kept || start)
  const [restored, setRestored] = useState(Boolean(kept))
  return {
    writing,
    restored,
    change: (part: Partial<Writing>) => {
      const next = { ...writing, ...part }
      setWriting(next)
      Taro.setStorageSync(key, next)
    },
    startOver: () => {
      Taro.removeStorageSync(key)
      setWriting(start)
      setRestored(false)
    },
    forget: () => Taro.removeStorageSync(key),
  }
}

/** What the service finds wrong with single fields, by key. */
const faultsIn = (error: unknown): Record<string, string> =>
  error instanceof ApiProblem ? Object.fromEntries(error.errors.map(({ path, message }) => [path.replace(/^content\./, ''), message])) : {}

interface Options {
  caseId: string
  kind: PaperKind
  paper: PaperView | null
  /** Whether it holds promises. */
  promises: boolean
  start: Writing
  onSaved: (paper: PaperView) => void
}

const create = ({ caseId, kind, promises }: Options, writing: Writing, key: string) => {
  const { content, fromPartyId, toPartyId, scope } = writing
  const whose = kind === 'authority' && toPartyId ? { toPartyId, scope } : {}
  const named = fromPartyId && (kind === 'authority' || kind === 'survey') ? { fromPartyId, ...whose } : {}
  const body = { kind, content, ...(promises ? { promises: writing.promises } : {}), ...named }
  return call('papers.create', { params: { id: caseId }, body, key })
}

const correct = (paper: PaperView, promises: boolean, { content, promises: list, note }: Writing) => {
  const body = { version: paper.version, content, ...(promises ? { promises: list } : {}), ...(note.trim() ? { note: note.trim() } : {}) }
  return call('papers.change', { params: { id: paper.id }, body })
}

/** What is written, kept on this device after every letter, and saved as a draft. */
export const useWriting = (options: Options) => {
  const { caseId, kind, paper, onSaved } = options
  const { forget, ...kept } = useKept(keyOf(caseId, kind, paper), options.start)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const { busy, act } = useAct()
  const save = () =>
    act(
      async (key) => {
        const saved = paper ? await correct(paper, options.promises, kept.writing) : await create(options, kept.writing, key)
        forget()
        queryClient.setQueryData(['papers.get', { params: { id: saved.id } }], saved)
        void invalidate('papers.list', 'papers.templates', 'docket.get')
        toast(texts.saved)
        onSaved(saved)
      },
      (error) => {
        setFaults(faultsIn(error))
        toastError(error)
      },
    )
  return { ...kept, faults, busy, save }
}
