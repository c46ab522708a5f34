import axe from 'axe-core'
import type { Page } from 'playwright-core'

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
