import type { Page } from 'playwright-core'

/**
 * Whatever can be pressed and is smaller than 44 px in height or width. Links within a line of text are as tall as their line;
 * a box to tick is as large as its label; what is hidden until it has the focus is not pressed by a finger.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 43.5
    const pressed = 'a[href], button, summary, select, textarea, input:not([type=hidden])'
    return [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((target) => target.checkVisibility() && !isInText(target) && !target.closest('.skip'))
      .map((target) => ({ target, ...areaOf(target) }))
      .filter(({ width, height }) => Math.min(width, height) < least)
      .map(
        ({ target, width, height }) => `small target ${nameOf(target)}: ${Math.round(width)} × ${Math.round(height)}`,
      )

    function areaOf(target: HTMLElement) {
      const labels = target instanceof HTMLInputElement ? [...(target.labels ?? [])] : []
      const areas = [target, ...labels].map((each) => each.getBoundingClientRect())
      const left = Math.min(...areas.map((area) => area.left))
      const right = Math.max(...areas.map((area) => area.right))
      const top = Math.min(...areas.map((area) => area.top))
      const bottom = Math.max(...areas.map((area) => area.bottom))
      return { width: right - left, height: bottom - top }
    }

    function isInText(target: HTMLElement): boolean {
      if (!(target instanceof HTMLAnchorElement) || getComputedStyle(target).display !== 'inline') return false
      const words = (target.parentElement?.textContent ?? '').trim().length
      return words > (target.textContent ?? '').trim().length
    }

    function nameOf(target: HTMLElement): string {
      const name = target.getAttribute('name') ?? target.textContent?.trim().slice(0, 40)
      return `${target.tagName.toLowerCase()} "${name}"`
    }
  })
}
