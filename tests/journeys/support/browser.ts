import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'

const PICTURES = join(process.cwd(), 'artifacts', 'journeys')
const TELEPHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' }
/** What somebody's grandchild has put aside. */
const SMALL = { ...TELEPHONE, viewport: { width: 360, height: 640 } }
const WINDOW = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']

/** Chromium, as `npm test` found or installed it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })

const KINDS = { telephone: TELEPHONE, small: SMALL, window: WINDOW }
export type Kind = keyof typeof KINDS

/** One person's telephone, or window: storage of its own, and pictures named after the person. */
export interface Device {
  page: Page
  context: BrowserContext
  /** What the page's console said that it should not. */
  complaints: string[]
  open: (path: string) => Promise<void>
  /** Waits for the page at this path to be the one that is shown; words of the page before may look the same. */
  shown: (path: string) => Promise<void>
  /** The visible thing with these words; the last page on the stack, as Taro keeps the ones below. */
  text: (words: string | RegExp) => Locator
  button: (name: string | RegExp) => Locator
  press: (name: string | RegExp) => Promise<void>
  /** Waits for these words to be there. */
  see: (words: string | RegExp) => Promise<void>
  /** Writes into the box for several lines. */
  write: (words: string) => Promise<void>
  /** Writes into the field with this label, whose last one counts when there are several. */
  fill: (label: string | RegExp, words: string) => Promise<void>
  picture: (name: string) => Promise<void>
  /** How often a finger has come down on something so far, whichever way the test made it. */
  taps: () => number
}

/** What can be pressed. */
const ROLES = ['button', 'tab', 'radio', 'checkbox', 'link'] as const

const visible = (locator: Locator): Locator => locator.filter({ visible: true }).last()

/** Counts real presses, also across pages; what scripts click does not count. */
const countTaps = async (context: BrowserContext): Promise<() => number> => {
  let taps = 0
  await context.exposeBinding('tapped', () => {
    taps += 1
  })
  await context.addInitScript(() => {
    const { tapped } = globalThis as unknown as { tapped: () => void }
    document.addEventListener('click', ({ isTrusted }) => (isTrusted ? tapped() : undefined), true)
  })
  return () => taps
}

/** A device on which `url` is to be opened. */
export const aDevice = async (browser: Browser, url: string, who: string, kind: Kind = 'telephone'): Promise<Device> => {
  const context = await browser.newContext(KINDS[kind])
  const taps = await countTaps(context)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  mkdirSync(PICTURES, { recursive: true })
  let count = 0
  const text = (words: string | RegExp) => visible(page.getByText(words))
  const picture = async (name: string) => {
    count += 1
    await page.waitForTimeout(350)
    await page.screenshot({ path: join(PICTURES, `${who}-${String(count).padStart(2, '0')}-${name}.png`) })
  }
  /** A step that fails leaves a picture of what was there instead. */
  const showing = async (step: () => Promise<void>) => {
    try {
      await step()
    } catch (error) {
      await picture('FAILED')
      throw error
    }
  }
  // The shown page's own box, and not the address: the address changes before the page's code has come.
  const shown = (path: string) => showing(() => visible(page.locator(`.taro_page_show[id^="${path.split('?')[0]}?"]`)).waitFor())
  const button = (name: string | RegExp) => visible(ROLES.map((role) => page.getByRole(role, { name })).reduce((all, each) => all.or(each)))
  return {
    page,
    context,
    complaints,
    open: async (path) => {
      const address = `${url}/#${path}`
      // Going to where the page is already would change nothing: whoever opens a page again wants it anew.
      await (page.url() === address ? page.reload() : page.goto(address))
      await shown(path)
    },
    shown,
    text,
    button,
    press: (name) => showing(() => button(name).click()),
    see: (words) => showing(() => text(words).waitFor()),
    write: (words) => showing(() => visible(page.locator('textarea')).fill(words)),
    fill: (label, words) => showing(() => visible(page.locator('input, textarea').and(page.getByLabel(label))).fill(words)),
    picture,
    taps,
  }
}

/** As if care mode had been switched on before anybody logged in. */
export const withCare = (device: Device, care = true): Promise<unknown> =>
  device.context.addInitScript((on) => {
    if (!localStorage.getItem('settings')) localStorage.setItem('settings', JSON.stringify({ data: { care: on, hat: 'resident' } }))
  }, care)
