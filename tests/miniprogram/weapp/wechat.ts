import { setTimeout as later } from 'node:timers/promises'

/** What the app under test asked of WeChat. */
export interface Calls {
  /** Addresses that were opened, newest last. */
  opened: string[]
  toasts: string[]
  /** How often a canvas was drawn anew: the app does so once it has it. */
  drawn: number
  storage: Map<string, string>
}

interface Options<R> {
  success?: (result: R) => void
  fail?: (error: { errMsg: string }) => void
  complete?: () => void
}
type Asked = Options<unknown> & Record<string, unknown>

export interface WechatOptions {
  /** Where the service is; requests to the address that was built in go there. Without it nothing answers. */
  service?: string | undefined
  /** A login code, as `wx.login` gives it. */
  code?: (() => Promise<string>) | undefined
}

const QUIET =
  'hideToast showLoading hideLoading showModal setNavigationBarTitle setTabBarItem setTabBarBadge removeTabBarBadge pageScrollTo previewImage setClipboardData requestSubscribeMessage openPrivacyContract shareFileMessage stopPullDownRefresh'.split(
    ' ',
  )
const EVENTS =
  'AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange WindowResize NeedPrivacyAuthorization KeyboardHeightChange MemoryWarning'.split(
    ' ',
  )
const WINDOW = { windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667, pixelRatio: 2, statusBarHeight: 20 }
const SYSTEM = {
  ...WINDOW,
  platform: 'devtools',
  system: 'iOS 17',
  SDKVersion: '3.5.8',
  version: '8.0',
  language: 'zh_CN',
  fontSizeScaleFactor: 1,
}

/** Calls back as WeChat does: later, `success` or `fail`, then `complete`. */
const answer = (options: Asked | undefined, work: () => Promise<unknown> | unknown): void => {
  void later(0)
    .then(work)
    .then(
      (result) => options?.success?.(result),
      (error: Error) => options?.fail?.({ errMsg: error.message }),
    )
    .then(() => options?.complete?.())
}

const request = (service: string | undefined) => (options: Asked) => {
  answer(options, async () => {
    if (!service) throw new Error('request:fail')
    const { pathname, search } = new URL(String(options.url))
    const { method = 'GET', header, data } = options as { method?: string; header?: Record<string, string>; data?: string }
    const response = await fetch(`${service}${pathname}${search}`, {
      method,
      headers: header ?? {},
      body: method === 'GET' ? null : (data ?? null),
    })
    return { statusCode: response.status, header: Object.fromEntries(response.headers), data: await response.text() }
  })
  return { abort: () => undefined }
}

/** A canvas of 300 × 300 on which anything can be drawn; nobody looks at it. */
const canvas = (calls: Calls) => {
  const own: Record<string, unknown> = {
    clearRect: () => {
      calls.drawn += 1
    },
  }
  const pen = new Proxy(own, { get: (target, name) => target[String(name)] ?? (() => undefined) })
  return { width: 300, height: 300, node: { width: 0, height: 0, getContext: () => pen } }
}

const selectorQuery = (calls: Calls) => {
  let found: unknown[] = []
  const query: Record<string, unknown> = new Proxy({} as Record<string, unknown>, {
    get: (_, name) => {
      if (name === 'exec') return (done?: (all: unknown[]) => void) => void later(0).then(() => done?.(found))
      return (wanted: { node?: boolean }) => {
        if (name === 'fields' && wanted?.node) found = [canvas(calls)]
        return query
      }
    },
  })
  return query
}

/** A `wx` for the app: WeChat's answers without WeChat. A plain object, because Taro looks at its own properties. */
export const aWechat = ({ service, code }: WechatOptions, calls: Calls): Record<string, unknown> => {
  const open = (options: Asked) => {
    calls.opened.push(String(options.url))
    answer(options, () => ({ errMsg: 'ok' }))
  }
  const { storage } = calls
  const wx: Record<string, unknown> = {
    getSystemInfoSync: () => SYSTEM,
    getWindowInfo: () => WINDOW,
    getDeviceInfo: () => SYSTEM,
    getAppBaseInfo: () => SYSTEM,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, right: 368, bottom: 56, left: 281, width: 87, height: 32 }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    nextTick: (work: () => void) => void later(0).then(work),
    createSelectorQuery: () => selectorQuery(calls),
    createIntersectionObserver: () => ({ observe: () => undefined, disconnect: () => undefined, relativeTo: () => undefined }),
    getStorageSync: (key: string) => (storage.has(key) ? JSON.parse(storage.get(key) ?? '') : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getNetworkType: (options: Asked) => answer(options, () => ({ networkType: 'wifi' })),
    request: request(service),
    login: (options: Asked) => answer(options, async () => ({ code: code ? await code() : 'no-code' })),
    showToast: (options: Asked) => {
      calls.toasts.push(String(options.title))
      answer(options, () => ({}))
    },
    navigateTo: open,
    redirectTo: open,
    switchTab: open,
    reLaunch: open,
    navigateBack: (options: Asked) => {
      calls.opened.push('back')
      answer(options, () => ({}))
    },
  }
  for (const name of QUIET) wx[name] = (options?: Asked) => answer(options, () => ({ errMsg: `${name}:ok` }))
  for (const name of EVENTS) for (const way of ['on', 'off']) wx[`${way}${name}`] = () => undefined
  return wx
}
