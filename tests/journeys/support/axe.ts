import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Device } from './browser'

/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Found {
  violations: { id: string; nodes: { html: string }[] }[]
}

/** What stands in the way of people with a screen reader, weak eyes or unsteady hands, a line each. */
export const faults = async (page: Page, screen: string): Promise<string[]> => {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(
    (tags) => (globalThis as unknown as { axe: { run: (options: object) => Promise<unknown> } }).axe.run({ runOnly: tags }),
    TAGS,
  )) as Found
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${screen}: ${id}: ${html.slice(0, 160)}`))
}

/** A screen: where it is, and words that are there when it is. Home comes first: that is where a login ends. */
export type Screen = readonly [path: string, words: string | RegExp]

/** What is wrong with the screens of somebody, one after the other; each in the type that was chosen. */
export const look = async (on: Device, screens: readonly Screen[], care: boolean): Promise<string[]> => {
  const found: string[] = []
  for (const [path, words] of screens) {
    await on.open(path)
    await on.see(words)
    expect(await on.page.locator(care ? '.h-page:not(.care)' : '.h-page.care').count()).toBe(0)
    found.push(...(await faults(on.page, path)))
  }
  return found
}
