import { toastError } from '@/components/toast'
import { NetworkError } from './problem'

/** A part of the app that is loaded when it is first needed did not come; of parts with styles only the code tells. */
const isMissingPart = (reason: unknown): boolean =>
  reason instanceof Error && (reason.name === 'ChunkLoadError' || ('code' in reason && reason.code === 'CSS_CHUNK_LOAD_FAILED'))

/** What a browser does otherwise than WeChat, put right for the whole app. */
export const tameBrowser = (): void => {
  // Taro's tab bar links to `javascript:;`, which the content policy blocks, with a complaint at each tap.
  const stopScriptLinks = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a[href^="javascript:"]')) event.preventDefault()
  }
  document.addEventListener('click', stopScriptLinks, true)
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (isMissingPart(reason)) toastError(new NetworkError())
  })
}
