import { type Find, makeLookout } from './canaries.ts'
import type { Headers } from './canary-people.ts'
import type { Planted } from './canary-world.ts'
import { type App, crawl, lookAt } from './crawl.ts'
import { addressesOf, type Fill } from './fill.ts'

/** Each reporter reads with the key: every route, filled with their own report and with somebody else's, and what those link to. */
export async function reportersRead(
  app: App,
  planted: readonly Planted[],
  find: Find,
  { ids, things }: Omit<Fill, 'shown'>,
) {
  const reporting = planted.map((mine) => ({ mine, name: mine.name, lookout: makeLookout(find) }))
  const read = async ({ mine, name, lookout }: (typeof reporting)[number]) => {
    const who = (): Headers => ({ 'report-key': mine.key })
    const other = planted[(planted.indexOf(mine) + 1) % planted.length] as Planted
    const own = things.filter(({ of }) => of === mine.id)
    const start = addressesOf(app, 'GET', { ids: [mine.id, other.id], things: own, sampled: [mine.id], shown: [] })
    const met = await crawl(app, start, { who, lookout, ids })
    const form = new URLSearchParams({ id: mine.id, kunci: mine.key })
    await lookAt(await app.request('http://lapor.test/lacak', { method: 'POST', body: form }), 'POST /lacak', lookout)
    return { mine, name, lookout, met }
  }
  const done: Awaited<ReturnType<typeof read>>[] = []
  for (const one of reporting) done.push(await read(one))
  return done
}
