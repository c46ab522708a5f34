import type { BriefView } from '@shared/briefs/schemas'
import Taro, { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { whenOnline } from '@/lib/network'
import { call } from '@/lib/request'
import { showBrief } from '../use-brief'
import { type Kept, openWriting, type Writing } from './autosave'

const keyOf = (id: string): string => `brief:${id}`

const begin = (brief: BriefView): Writing => {
  const key = keyOf(brief.id)
  const params = { id: brief.id }
  return openWriting(brief, (Taro.getStorageSync(key) as Kept | '') || null, {
    save: async (body) => showBrief(await call('briefs.write', { params, body })),
    load: () => call('briefs.get', { params }),
    keep: (kept) => (kept ? Taro.setStorageSync(key, kept) : Taro.removeStorageSync(key)),
  })
}

/** What is being written in a brief, on this device after every letter and at the service soon after. */
export const useWriting = (brief: BriefView) => {
  const [writing] = useState(() => begin(brief))
  const state = useStore(writing.store)
  useEffect(() => {
    void writing.flush()
    const off = whenOnline(() => void writing.flush())
    return () => {
      off()
      writing.close()
    }
  }, [writing])
  // what another device or a colleague has done since
  useEffect(() => {
    if (brief.revision > writing.store.getState().brief.revision) writing.arrived(brief)
  }, [writing, brief])
  useDidHide(() => void writing.flush())
  return { ...state, writing }
}
export type WritingNow = ReturnType<typeof useWriting>
