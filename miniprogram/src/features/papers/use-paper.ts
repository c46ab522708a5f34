import type { PaperView } from '@shared/papers/schemas'
import Taro from '@tarojs/taro'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

const refresh = () => invalidate('papers.get', 'papers.list', 'cases.get', 'obligations.list')

/** What this telephone or browser calls itself, as it is kept with a signature. */
const deviceName = (): string => {
  if (process.env.TARO_ENV === 'h5') return navigator.userAgent.slice(0, 120)
  const { brand = '', model = '' } = Taro.getDeviceInfo()
  return `微信 ${brand} ${model}`.trim().slice(0, 120)
}

/** Shows the new text when the one on the screen is no longer the paper's. */
const onStale = (error: unknown, onChanged?: () => void): void => {
  if (!isProblem(error, 'text_changed')) {
    toastError(error)
    return
  }
  toast(texts.textChanged)
  void refresh()
  onChanged?.()
}

/** A party says whether the text that is on the screen is right. */
export const useRead = (paper: Pick<PaperView, 'id' | 'digest'>, onDone: () => void) => {
  const { busy, act } = useAct()
  const read = (remark?: string) =>
    act(
      async () => {
        const words = remark ? { agreed: false, remark } : { agreed: true }
        await call('papers.read', { params: { id: paper.id }, body: { digest: paper.digest, ...words } })
        onDone()
        toast(remark ? texts.wrongTold : texts.readThanks)
        await refresh()
      },
      (error) => onStale(error, onDone),
    )
  return { busy, read }
}

/** A party signs the text with this digest: the one that was on the screen, not whatever has become of it. */
export const useSign = (paperId: string, digest: string, onDone: () => void, onChanged: () => void) => {
  const { busy, act } = useAct()
  const sign = (strokes: number[][]) =>
    act(
      async (key) => {
        await call('papers.sign', { params: { id: paperId }, body: { digest, strokes, device: deviceName() }, key })
        toast(texts.signed)
        await refresh()
        onDone()
      },
      (error) => onStale(error, onChanged),
    )
  return { busy, sign }
}
