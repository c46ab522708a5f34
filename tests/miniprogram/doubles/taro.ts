import { useEffect } from 'react'

type Handler = (request: Asked) => Answered | Promise<Answered>
export interface Asked {
  method: string
  url: string
  header: Record<string, string>
  body: unknown
}
export interface Answered {
  status: number
  body: unknown
}

const storage = new Map<string, string>()
let handler: Handler = () => ({ status: 404, body: {} })
let params: Record<string, string> = {}

/** How a test plays the device: its storage, its network, the page's parameters. */
export const device = {
  storage,
  /** Every request that left, in order. */
  asked: [] as Asked[],
  opened: [] as string[],
  toasts: [] as string[],
  answer: (next: Handler) => {
    handler = next
  },
  params: (next: Record<string, string>) => {
    params = next
  },
  reset: () => {
    storage.clear()
    device.asked = []
    device.opened = []
    device.toasts = []
    params = {}
  },
}

interface RequestOptions {
  url: string
  method?: string
  header?: Record<string, string>
  data?: unknown
}

const request = async ({ url, method = 'GET', header = {}, data }: RequestOptions) => {
  const asked: Asked = { method, url, header, body: typeof data === 'string' ? JSON.parse(data) : data }
  device.asked.push(asked)
  const { status, body } = await handler(asked)
  return { statusCode: status, data: JSON.stringify(body), header: {} }
}

const open = async ({ url }: { url: string }) => void device.opened.push(url)

const Taro = {
  request,
  getStorageSync: (key: string): unknown => (storage.has(key) ? JSON.parse(storage.get(key) ?? '') : ''),
  setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void storage.delete(key),
  showToast: ({ title }: { title: string }) => void device.toasts.push(title),
  navigateTo: open,
  redirectTo: open,
  switchTab: open,
  navigateBack: async () => void device.opened.push('back'),
  getCurrentPages: () => [{ route: 'pages/home/index' }],
  setNavigationBarTitle: async () => undefined,
  pageScrollTo: async () => undefined,
  previewImage: async () => undefined,
  showTabBar: async () => undefined,
  hideTabBar: async () => undefined,
  setClipboardData: async () => undefined,
}
export default Taro

export const useRouter = () => ({ params })
export const useDidShow = (callback: () => void): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: as in Taro, once when the page is shown
  useEffect(() => callback(), [])
}
export const useDidHide = () => undefined
export const useReachBottom = () => undefined
export const useShareAppMessage = () => undefined
