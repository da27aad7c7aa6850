import { expect, test } from 'vitest'
import { makeCalendar } from '../../report/clocks/calendar.ts'
import { type Clock, end, pause, start } from '../../report/clocks/clocks.ts'
import { addDays, type Day } from '../../report/clocks/day.ts'
import { ribbonModel } from '../../report/clocks/ribbon-model.ts'
import { lives, modelOf } from '../examples/ribbon-lives.ts'
import { rightOf } from './labels.ts'
import { layoutOf, type PlacedWeek } from './layout.ts'
import { fullWeek } from './measures.ts'

const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const
const off = ['2026-01-16', '2026-01-19', '2026-02-16', '2026-02-17'] as const
const name = 'Tahun Baru Imlek 2577 Kongzili, dan cuti bersamanya'
const calendar = makeCalendar({ holidays: off.map((day) => ({ day, name, kind: 'national', scope: null })) })
const names = {
  verify: 'Admin nasional',
  answer: 'Kementerian Pendidikan Tinggi, Sains, dan Teknologi',
  hold: 'Pelapor melengkapi',
  lapse: 'Pelapor menilai',
  reopen: 'Bisa dibuka kembali',
}

/** Filed on `first`, each next step so many days after the one before; seen `later` days after the last step. */
function drawn(first: Day, steps: readonly number[], later: number, held: boolean): PlacedWeek[] {
  const kinds = [
    ['verify', 3],
    ['answer', 5],
    ['lapse', 10],
    ['answer', 5],
    ['lapse', 10],
    ['reopen', 14],
  ] as const
  const clocks: Clock[] = []
  let day = first
  for (const [index, [kind, days]] of kinds.slice(0, steps.length + 1).entries()) {
    const step = steps[index]
    const clock = start(kind, days, day, office)
    if (step === undefined) clocks.push(...(held ? [pause(clock, day), start('hold', 10, day, office)] : [clock]))
    else clocks.push(end(clock, addDays(day, step)))
    day = addDays(day, step ?? 0)
  }
  const now = new Date(`${addDays(day, later)}T04:00:00Z`)
  const stage = held
    ? 'on_hold'
    : (['received', 'forwarded', 'answered', 'in_progress', 'answered', 'closed'] as const)[steps.length]
  const model = ribbonModel({ clocks, stage: stage ?? 'closed', events: [], calendar, now, locale: 'id' })
  return layoutOf(model, (span) => names[span.clock], 'tenggat')
}

type Box = { what: string; row: string; left: number; right: number }

/** Every word where it lies on the endless line, the weeks one behind the other. */
function boxesOf(weeks: readonly PlacedWeek[]): Box[] {
  let at = 0
  return weeks.flatMap(({ turns, off, flag, width }) => {
    const box = (row: string, left: number, right: number, what: string) => ({
      what,
      row,
      left: at + left,
      right: at + right,
    })
    const boxes = [
      ...turns.map((label) => box(`turn ${label.lane}`, label.x, rightOf(label), label.words)),
      ...off.map((label) => box(`off ${label.lane}`, label.x, rightOf(label), label.words)),
      ...(flag ? [box('turn 1', flag.left, flag.right, 'tenggat')] : []),
    ]
    at += width
    return boxes
  })
}

function overlaps(weeks: readonly PlacedWeek[]): string[] {
  const boxes = boxesOf(weeks).sort((a, b) => (a.row === b.row ? a.left - b.left : a.row < b.row ? -1 : 1))
  return boxes.flatMap((box, index) => {
    const last = boxes[index - 1]
    return last && last.row === box.row && last.right > box.left ? [`${last.what} | ${box.what}`] : []
  })
}

function outside(weeks: readonly PlacedWeek[]): string[] {
  return weeks.flatMap(({ turns, off, flag, width }, index) => [
    ...turns.filter((label) => label.x < 0 || rightOf(label) > width).map(({ words }) => words),
    ...off
      .filter((label) => label.x < 0 || rightOf(label) > (index === 0 ? fullWeek : width))
      .map(({ words }) => words),
    ...(flag && (flag.left < 0 || flag.right > width) ? ['tenggat'] : []),
    ...(width > 288 ? [`a drawing of ${width} px`] : []),
  ])
}

const days = Array.from({ length: 14 }, (_, n) => addDays('2026-01-05', n))
const lengths = [0, 1, 3, 9]
const ways = lengths.flatMap((a) => lengths.flatMap((b) => [[], [a], [a, b], [a, b, a], [b, a, a, b], [a, 0, b, 0, b]]))

test.each(days)(
  'however a report filed on %s went, no two words lie over each other and none leaves the drawing',
  (day) => {
    for (const steps of ways)
      for (const later of [0, 1, 4, 20])
        for (const held of [false, true]) {
          const weeks = drawn(day, steps, later, held)
          const shape = JSON.stringify({ day, steps, later, held })
          expect([shape, overlaps(weeks), outside(weeks)]).toEqual([shape, [], []])
        }
  },
)

test('nor in any of the lives on the page of components', () => {
  for (const life of lives)
    for (const locale of ['id', 'en'] as const) {
      const weeks = layoutOf(modelOf(life, locale), (span) => names[span.clock], 'tenggat')
      expect([life.name, overlaps(weeks), outside(weeks)]).toEqual([life.name, [], []])
    }
})

test('whose turn it is now has its name, though everything before happened on the same day', () => {
  const told = (steps: number[]) =>
    drawn('2026-01-12', steps, 0, false).flatMap(({ turns }) => turns.map(({ words }) => words))
  expect(told([0, 0, 0, 0, 0])).toEqual(['Bisa dibuka kembali'])
  expect(told([1, 1])).toEqual(expect.arrayContaining(['Pelapor menilai', 'Admin nasional']))
})

test('a deadline on a Monday has its word beside it, within the last week’s drawing', () => {
  const last = drawn('2026-01-07', [], 0, false).at(-1)
  expect(last?.week.width).toBe(40)
  expect(last?.flag).toMatchObject({ x: 40, word: { anchor: 'start' } })
  expect(last?.width).toBe(last?.flag?.right)
})

test('a name a row higher stops before the flag', () => {
  const day = (n: number) => addDays('2026-01-05', n)
  const quiet = { name: null, today: false, leftOut: 0, leftOutWorking: 0 }
  const days = [0, 1, 2, 3, 4].map((n) => ({ day: day(n), kind: 'working' as const, ...quiet }))
  const span = { overdue: false, before: 0, due: day(4) }
  const spans = [
    { ...span, clock: 'verify' as const, from: day(0), to: day(1), open: false },
    { ...span, clock: 'answer' as const, from: day(1), to: day(4), open: true },
  ]
  const flag = { day: day(4), at: new Date('2026-01-09T16:00:00Z'), clock: 'answer' as const, overdue: false }
  const model = { days, spans, dots: [], flag, text: '' }
  const weeks = layoutOf(
    model,
    ({ clock }) => (clock === 'verify' ? 'Admin nasional yang memeriksa' : 'Kupang'),
    'tenggat',
  )
  expect(weeks[0]?.turns.map(({ words, lane }) => [words.slice(0, 10), lane])).toEqual([
    ['Kupang', 0],
    ['Admin nasi', 1],
  ])
  expect([overlaps(weeks), outside(weeks)]).toEqual([[], []])
})
