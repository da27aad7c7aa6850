import { expect, test } from 'vitest'
import { moves } from '../src/report/lifecycle.ts'
import { believableReports } from './believable.ts'
import { agencyFacts, areaFacts, categoryFacts } from './reference/read.ts'

const now = new Date('2026-11-22T03:00:00Z')
const reports = [...believableReports(20_000, 7, now)]

test('the same seed tells the same reports, another seed others', () => {
  const first = (seed: number) => [...believableReports(50, seed, now)]
  expect(first(7)).toEqual(first(7))
  expect(first(8)).not.toEqual(first(7))
})

test('texts are thousands, titles many, some words common and some rare', () => {
  expect(new Set(reports.map(({ text }) => text)).size).toBeGreaterThan(19_900)
  expect(new Set(reports.map(({ title }) => title)).size).toBeGreaterThan(15_000)
  const counts = new Map<string, number>()
  for (const { text } of reports)
    for (const word of new Set(text.toLowerCase().match(/\p{L}+/gu))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const frequencies = [...counts.values()]
  expect(frequencies.filter((n) => n > 5000).length).toBeGreaterThan(3)
  expect(frequencies.filter((n) => n <= 2).length).toBeGreaterThan(1000)
})

test('they name offices, areas and topics that exist, at points near the area, and no telephone', () => {
  const agencies = new Set(agencyFacts().map(({ slug }) => slug))
  const categories = new Set(categoryFacts().map(({ slug }) => slug))
  const areas = new Map(areaFacts().map((area) => [area.code, area]))
  for (const { agencyId, categoryId, areaCode, lat, lon, text } of reports) {
    const area = areas.get(areaCode)
    const known = agencies.has(agencyId) && categories.has(categoryId)
    const near = Math.abs((area?.lat ?? 99) - lat) < 0.05 && Math.abs((area?.lon ?? 999) - lon) < 0.05
    if (!known || !near || /\d{7,}/.test(text))
      expect({ agencyId, categoryId, areaCode, lat, lon, text }).toBe('believable')
  }
})

test('every life follows the table, none goes beyond now, and most are closed', () => {
  for (const { events, filedAt, stage } of reports) {
    const [first, last] = [events[0], events.at(-1)]
    const whole = first?.move === 'submit' && first.at === filedAt && last?.to === stage && last.at <= now
    if (!whole) expect(events).toBe('a whole life')
    events.forEach((event, index) => {
      const row: { from: readonly string[]; by: readonly string[] } = moves[event.move]
      const before = events[index - 1]
      const follows = index === 0 || (before?.to === event.from && before.at <= event.at)
      if (!row.from.includes(event.from) || !row.by.includes(event.by) || !follows) expect(event).toBe('allowed')
    })
  }
  const share = (stage: string) => reports.filter((report) => report.stage === stage).length / reports.length
  expect(share('closed')).toBeGreaterThan(0.8)
  for (const stage of ['received', 'forwarded', 'in_progress', 'answered', 'archived', 'withdrawn', 'on_hold'])
    expect(share(stage), stage).toBeGreaterThan(0)
})

test('they come nearly in the order of filing, over years, faster than a disk can take them', () => {
  const days = reports.map(({ filedAt }) => filedAt.getTime() / 86_400_000)
  expect((days.at(-1) ?? 0) - (days[0] ?? 0)).toBeGreaterThan(365 * 7)
  expect(days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0) - 1)).toBe(true)
  const before = process.cpuUsage()
  let count = 0
  for (const { text } of believableReports(50_000, 1, now)) count += text.length > 20 ? 1 : 0
  expect(count).toBe(50_000)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(1)
})
