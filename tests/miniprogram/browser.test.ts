import { tameBrowser } from '@/lib/browser'
import { device } from './doubles/taro'

beforeAll(tameBrowser)

const unhandled = (reason: unknown): void => {
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }))
}

test('says that the network is away when a page of the app cannot be fetched, and nothing of other faults', () => {
  unhandled(new Error('something else'))
  unhandled('a word')
  expect(device.toasts).toEqual([])
  unhandled(Object.assign(new Error('Loading chunk 7 failed'), { name: 'ChunkLoadError' }))
  unhandled(Object.assign(new Error('Loading CSS chunk 7 failed'), { code: 'CSS_CHUNK_LOAD_FAILED' }))
  expect(device.toasts).toEqual(['网络不通，请检查后再试', '网络不通，请检查后再试'])
})

test('follows no link that is a script, and every other one', () => {
  document.body.innerHTML = '<a href="javascript:;"><b>首页</b></a><a href="#/pages"><b>去</b></a>'
  const [tab, link] = Array.from(document.querySelectorAll('b'), (each) =>
    each.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
  )
  expect([tab, link]).toEqual([false, true])
})
