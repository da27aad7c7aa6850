import { expect, test } from 'vitest'
import { lives, modelOf, progressOfLife } from '../examples/ribbon-lives.ts'
import { cellsOf } from './cells.ts'
import { hatch } from './hatch.ts'
import { progressText } from './progress-text.ts'
import { Ribbon } from './ribbon.tsx'
import { weeksOf } from './weeks.ts'

function lifeOf(name: string) {
  const life = lives.find((candidate) => candidate.name === name)
  if (!life) throw new Error(`No such life: ${name}`)
  return life
}

/** The numbers in the cells, in order, with "+" for days after the deadline and "·" for days still to come. */
function countOf(name: string): string {
  const model = modelOf(lifeOf(name), 'id')
  const marks = { past: '', ahead: '·', over: '+' }
  return weeksOf(model.days)
    .flatMap((week) => model.spans.flatMap((span) => cellsOf(span, model.days, week)))
    .sort((a, b) => (a.column.day < b.column.day ? -1 : 1))
    .map((cell) => `${cell.clock[0]}${cell.n}${marks[cell.state]}`)
    .join(' ')
}

test.each([
  ['baru diterima', 'v1· v2· v3·'],
  ['baru diterima pada hari Minggu', 'v1· v2· v3·'],
  ['diteruskan, melewati hari libur', 'v1 v2 a1 a2 a3· a4· a5·'],
  ['hari terakhir', 'v1 v2 a1 a2 a3 a4 a5'],
  ['lewat tenggat', 'v1 v2 a1 a2 a3 a4 a5 a6+ a7+ a8+ a9+'],
  ['ditunda', 'v1 v2 a1 a2 h1 h2 h3· h4· h5· h6· h7· h8· h9· h10·'],
  ['dilanjutkan setelah ditunda', 'v1 v2 a1 a2 h1 h2 h3 a3 a4· a5·'],
  ['dijawab, menunggu pelapor', 'v1 v2 a1 a2 a3 l1 l2 l3 l4· l5· l6· l7· l8· l9· l10·'],
  ['dijawab terlambat', 'v1 v2 a1 a2 a3 a4 a5 a6+ a7+ l1 l2· l3· l4· l5· l6· l7· l8· l9· l10·'],
  ['dicabut pada hari yang sama', ''],
])('%s: the ribbon counts %s', (name, cells) => {
  expect(countOf(name)).toBe(cells)
})

test('days folded away are still counted', () => {
  expect(countOf('lama sekali, terlipat')).toMatch(/a6\+ a\d\d\+ .*a42\+$/)
})

test('no week is wider than a small phone has room for', () => {
  for (const life of lives)
    for (const week of weeksOf(modelOf(life, 'id').days)) expect(week.width).toBeLessThanOrEqual(288)
})

test('the date of today never lies under that of the next day', () => {
  for (const life of lives)
    for (const week of weeksOf(modelOf(life, 'id').days)) {
      const today = week.columns.findIndex((column) => column.today)
      const next = week.columns[today + 1]
      if (today === 0 && next) expect(next.x - (week.columns[0]?.x ?? 0)).toBeGreaterThanOrEqual(28)
    }
})

test('the drawing says in words what it shows: turns, deadline, days off', () => {
  const html = String(
    <Ribbon
      locale="id"
      model={modelOf(lifeOf('diteruskan, melewati hari libur'), 'id')}
      owners={{ answer: 'Kota Kupang' }}
    />,
  )
  expect(html).toContain('role="img"')
  expect(html).toContain('Pita hari kerja: hari kerja ke-2 dari 5; tenggat Kamis 22 Januari 2026')
  expect(html).toContain('Admin nasional 12–14 Jan, Kota Kupang 14–22 Jan')
  expect(html).toContain('Hari libur: 16 Jan Isra Mikraj Nabi Muhammad SAW')
  expect(html).toContain('Hari kerja ke-2 dari 5; tenggat Kamis 22 Januari 2026.')
})

test('an overdue stretch is called overdue in words', () => {
  expect(String(<Ribbon locale="id" model={modelOf(lifeOf('lewat tenggat'), 'id')} />)).toContain('(lewat tenggat)')
})

test.each([
  ['baru diterima', '3 hari kerja lagi'],
  ['hari terakhir', 'tenggatnya hari ini'],
  ['lewat tenggat', 'lewat 4 hari kerja'],
])('%s: the gauge says "%s"', (name, words) => {
  const progress = progressOfLife(lifeOf(name))
  expect(progress && progressText('id', progress)).toBe(words)
})

test('hatching never leaves its box', () => {
  for (const [, x, y, length] of hatch(10, 20, 16, 18).matchAll(/M(\d+) (\d+)l(\d+)-\d+/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(10)
    expect(Number(x) + Number(length)).toBeLessThanOrEqual(26)
    expect(Number(y)).toBeLessThanOrEqual(38)
    expect(Number(y) - Number(length)).toBeGreaterThanOrEqual(20)
  }
})
