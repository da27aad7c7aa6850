import type { BrowserContext, Page } from 'playwright-core'

/** What went over the wire: bytes of bodies as they were sent, compressed or not, by kind of resource. */
export type Wire = { bytes: Record<string, number>; total: number; addresses: string[] }

/** Counts what a page fetches from now on; the cache is the browser's own, as for everybody. */
export async function watchWire(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const kinds = new Map<string, string>()
  let wire: Wire = { bytes: {}, total: 0, addresses: [] }
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type)
    if (!response.url.startsWith('data:')) wire.addresses.push(response.url)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    wire.bytes[kind] = (wire.bytes[kind] ?? 0) + encodedDataLength
    wire.total += encodedDataLength
  })
  return {
    devtools,
    /** What came since the last asking; headers count too. */
    take(): Wire {
      const taken = wire
      wire = { bytes: {}, total: 0, addresses: [] }
      return taken
    },
  }
}

/** How far things jumped while the page was drawn, as browsers add it up. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((seen) => {
          for (const entry of seen.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
  )
}
