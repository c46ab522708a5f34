import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { createContext, runInContext } from 'node:vm'
import { aWechat, type Calls, type WechatOptions } from './wechat'

export const DIST = join(__dirname, '../../../miniprogram/dist/weapp')

/** A node as Taro hands it to WeChat: class, text, children, and the id by which events find it. */
interface Node {
  cl?: string
  v?: unknown
  uid?: string
  sid?: string
  p?: unknown
  cn?: Record<string, Node>
  [name: string]: unknown
}
interface PageConfig {
  data?: object
  onLoad?: (query: object) => unknown
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  eh: (event: object) => void
}
type Instance = PageConfig & { route: string; data: { root?: Node }; setData: (change: object, done?: () => void) => void }

const copy = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

/** `root.cn.[0].v` of setData. */
const put = (target: object, path: string, value: unknown): void => {
  const keys = path.replace(/\[(\d+)\]/g, '$1').split('.')
  const last = keys.pop() ?? ''
  let place = target as Record<string, unknown>
  for (const key of keys) {
    place[key] ??= {}
    place = place[key] as Record<string, unknown>
  }
  place[last] = value
}

function* walk(node: Node | undefined): Generator<Node> {
  if (!node) return
  yield node
  for (const child of Object.values(node.cn ?? {})) yield* walk(child)
}

/** A node and those that hold it, from inside out; empty when it is not in the tree. */
const around = (root: Node | undefined, wanted: Node): Node[] => {
  if (!root) return []
  if (root === wanted) return [root]
  for (const child of Object.values(root.cn ?? {})) {
    const path = around(child, wanted)
    if (path.length > 0) return [...path, root]
  }
  return []
}

const textOf = (node: Node | undefined): string => [...walk(node)].map(({ v }) => (typeof v === 'string' ? v : '')).join('')

/** Waits until something is so; throws with what is on the page when it never is. */
const until = async <T>(look: () => T | undefined | false, say: () => string): Promise<T> => {
  for (let tries = 0; tries < 800; tries++) {
    const found = look()
    if (found) return found
    await later(25)
  }
  throw new Error(say())
}

/** The class of the component library's own field. */
const FIELDS = { textarea: 'nut-textarea-textarea', input: 'nut-input-native' }
/** How long nothing may change before the page counts as drawn, milliseconds. */
const QUIET = 80

const openPage = async (instance: Instance, query: object, { changedAt, calls }: { changedAt: () => number; calls: Calls }) => {
  const drawnBefore = calls.drawn
  await instance.onLoad?.(query)
  instance.onShow?.()
  instance.onReady?.()
  const all = () => [...walk(instance.data.root)]
  const text = () => textOf(instance.data.root)
  const quiet = () =>
    until(
      () => Date.now() - changedAt() > QUIET,
      () => `The page does not come to rest: ${text()}`,
    )
  // WeChat hands an event to the node and to everything around it, from inside out
  const fire = (node: Node, type: string, detail: object, touches: object[] = []) => {
    const hold = (each: Node) => ({ id: each.sid ?? each.uid, dataset: { sid: each.sid ?? each.uid } })
    for (const each of around(instance.data.root, node)) {
      const event = {
        type,
        timeStamp: Date.now(),
        target: hold(node),
        currentTarget: hold(each),
        detail,
        touches,
        changedTouches: touches,
        mark: {},
      }
      instance.eh({ ...event, stopPropagation: () => undefined })
    }
  }
  /** The innermost node that holds these words; the newest first, as sheets come last. */
  const holding = (words: string) =>
    all()
      .filter((node) => node.cn && textOf(node).includes(words))
      .reverse()
      .sort((one, other) => textOf(one).length - textOf(other).length)[0]
  return {
    text,
    all,
    /** Waits until the page is drawn. */
    drawn: () =>
      until(
        () => all().length > 5 && text() !== '',
        () => `${instance.route} drew nothing: ${all().length} nodes`,
      ),
    /** Waits for words to appear. */
    sees: (words: string) =>
      until(
        () => text().includes(words),
        () => `“${words}” did not appear in: ${text()}`,
      ),
    /** Presses what holds these words. */
    tap: async (words: string) => {
      const node = await until(
        () => holding(words),
        () => `“${words}” is not there to be pressed: ${text()}`,
      )
      // as people do: what has just appeared is seen before it is pressed
      await quiet()
      fire(holding(words) ?? node, 'tap', {})
      await later(30)
    },
    /** Writes into the first field of this kind. */
    write: async (kind: 'textarea' | 'input', words: string) => {
      const node = await until(
        () => all().find(({ cl }) => String(cl).split(' ').includes(FIELDS[kind])),
        () => `There is no ${kind} on the page: ${text()}`,
      )
      fire(node, 'input', { value: words })
      await later(30)
    },
    /** Draws a line from point to point on the page's canvas. */
    draw: async (...points: [number, number][]) => {
      const pad = () => all().find(({ cl }) => String(cl).includes('h-sign-canvas'))
      const node = await until(pad, () => `There is nothing to draw on: ${text()}`)
      // WeChat hands out the canvas a moment after it has been drawn; before that nothing takes what is written
      await until(
        () => calls.drawn > drawnBefore,
        () => `The app has not got its canvas: ${text()}`,
      )
      for (const [at, [x, y]] of points.entries()) {
        fire(pad() ?? node, at === 0 ? 'touchstart' : 'touchmove', {}, [{ identifier: 0, x, y }])
        await later(20)
      }
    },
    show: () => instance.onShow?.(),
    close: () => {
      instance.onHide?.()
      instance.onUnload?.()
    },
  }
}

/** Timers that can all be stopped: the app looks for news as long as it lives. */
const someTimers = () => {
  const running = new Set<NodeJS.Timeout>()
  let stopped = false
  const start =
    (set: typeof setTimeout | typeof setInterval) =>
    (work: (...words: unknown[]) => void, wait = 0, ...words: unknown[]) => {
      if (stopped) return 0
      const timer = set(work, wait, ...words) as NodeJS.Timeout
      running.add(timer)
      return timer
    }
  const clear = (timer: NodeJS.Timeout | undefined) => {
    clearTimeout(timer)
    if (timer) running.delete(timer)
  }
  const stop = () => {
    stopped = true
    for (const timer of running) clearTimeout(timer)
  }
  return { offered: { setTimeout: start(setTimeout), setInterval: start(setInterval), clearTimeout: clear, clearInterval: clear }, stop }
}

/**
 * Runs the built weapp without WeChat: its own JavaScript context, which has what WeChat's logic layer has and nothing
 * of Node or of browsers. It draws no WXML; a page is read from the tree that Taro gives to setData.
 */
export const startWeapp = (options: WechatOptions = {}) => {
  if (!existsSync(join(DIST, 'app.js'))) throw new Error('There is no weapp build: npm run build:weapp')
  const calls: Calls = { opened: [], toasts: [], drawn: 0, storage: new Map() }
  const errors: string[] = []
  const stack: Instance[] = []
  let page: PageConfig | undefined
  let app: Record<string, unknown> = {}
  const timers = someTimers()
  const note = (...words: unknown[]) => void errors.push(words.map(String).join(' '))
  const declarations = Object.fromEntries<(config: never) => unknown>([
    ['App', (config: object) => (app = { ...config })],
    ['Page', (config: PageConfig) => (page = config)],
    ['Component', () => undefined],
    ['Behavior', (config: unknown) => config],
  ])
  const context = createContext({
    wx: aWechat(options, calls),
    console: { log: () => undefined, info: () => undefined, debug: () => undefined, warn: () => undefined, error: note },
    ...timers.offered,
    ...declarations,
    getApp: () => app,
    getCurrentPages: () => stack,
    requirePlugin: () => ({}),
    __wxConfig: {},
  })
  const modules = new Map<string, { exports: unknown }>()
  const load = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const run = runInContext(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, context, { filename: file })
    run((name: string) => load(resolve(dirname(file), name)), module, module.exports)
    return module.exports
  }
  load(join(DIST, 'app'))
  const launch = { path: '', query: {}, scene: 1001 }
  ;(app.onLaunch as ((launch: object) => void) | undefined)?.(launch)
  ;(app.onShow as ((launch: object) => void) | undefined)?.(launch)

  return {
    calls,
    errors,
    /** Waits until the app asks WeChat to open an address. */
    opens: (url: string) =>
      until(
        () => calls.opened.includes(url),
        () => `Opened instead of ${url}: ${calls.opened}; said: ${calls.toasts}`,
      ),
    /** Ends whatever the app still waits for; nothing of it runs afterwards. */
    stop: timers.stop,
    manifest: JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as {
      pages: string[]
      subPackages?: { root: string; pages: string[] }[]
    },
    /** Opens a page by its route, as WeChat does after a navigation. */
    open: async (route: string, query: Record<string, string> = {}) => {
      page = undefined
      modules.delete(join(DIST, `${route}.js`))
      load(join(DIST, route))
      const config = page as PageConfig | undefined
      if (!config) throw new Error(`${route} declares no page`)
      const instance: Instance = { ...config, route, data: copy(config.data ?? {}) as { root?: Node }, setData: () => undefined }
      let changed = 0
      instance.setData = (change, done) => {
        changed = Date.now()
        for (const [path, value] of Object.entries(change)) put(instance.data, path, copy(value))
        if (done) void later(0).then(done)
      }
      Object.assign(instance, { selectComponent: () => null, getPageId: () => 1 })
      stack.push(instance)
      const opened = await openPage(instance, query, { changedAt: () => changed, calls })
      await until(
        () => instance.data.root,
        () => `${route} drew nothing`,
      )
      return {
        ...opened,
        close: () => {
          opened.close()
          stack.splice(stack.indexOf(instance), 1)
        },
      }
    },
  }
}
