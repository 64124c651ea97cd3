import type { Page } from 'playwright-core'

/** Someone with a keyboard and nothing else, whose keystrokes are counted; typing a text is not among them. */
export interface Keys {
  count(): number
  press(key: string, times?: number): Promise<void>
  type(text: string): Promise<void>
  /** Tab until it has the focus. */
  tabTo(selector: string): Promise<void>
}

const MOST_TABS = 80

export function createKeys(page: Page): Keys {
  let count = 0
  async function press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) {
      count += 1
      await page.keyboard.press(key)
    }
  }
  return {
    count: () => count,
    press,
    type: (text) => page.keyboard.type(text),
    async tabTo(selector) {
      const focused = page.locator(selector).and(page.locator(':focus'))
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        if ((await focused.count()) > 0) return
        await press('Tab')
      }
      throw new Error(`${selector} is not reached by Tab on ${page.url()}`)
    },
  }
}
