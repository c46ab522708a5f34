import type { Page } from 'playwright-core'

/**
 * What sticks out of the shown page at its sides, a line each: it would have to be pushed aside with a finger, or cannot be
 * read at all. What scrolls or is cut off on purpose, such as a wide table, is its own affair.
 */
export const tooWide = async (page: Page, screen: string): Promise<string[]> => {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const shown = [...document.querySelectorAll('.taro_page_show')].at(-1)
    const scrolls = (element: Element | null): boolean =>
      element !== null && element !== shown && !element.classList.contains('h-page')
        ? getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement)
        : false
    const sticksOut = (element: Element): boolean => {
      const { left, right, width: own, height } = element.getBoundingClientRect()
      return own > 0 && height > 0 && (right > width + 1 || left < -1) && !scrolls(element.parentElement)
    }
    const whole = document.documentElement.scrollWidth > width + 1 ? ['the page can be pushed aside'] : []
    return [...whole, ...[...(shown?.querySelectorAll('*') ?? [])].filter(sticksOut).map(({ outerHTML }) => outerHTML.slice(0, 160))]
  })
  return found.map((each) => `${screen}: too wide: ${each}`)
}
