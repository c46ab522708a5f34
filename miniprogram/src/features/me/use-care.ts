import { call } from '@/lib/request'
import { remember, useApp } from '@/lib/store'

/** Care mode, remembered on this device at once and with the person when logged in. */
export const useCare = (): [boolean, (care: boolean) => void] => {
  const care = useApp((state) => state.care)
  const set = (next: boolean) => {
    remember({ care: next })
    if (useApp.getState().status === 'in') void call('me.update', { body: { careMode: next } }).catch(() => undefined)
  }
  return [care, set]
}
