import { makeCalendar } from '../../report/clocks/calendar.ts'
import { type Clock, end, nationalDesk, type Office, pause, resume, start } from '../../report/clocks/clocks.ts'
import type { Day } from '../../report/clocks/day.ts'
import { progressOf } from '../../report/clocks/due.ts'
import { ribbonModel } from '../../report/clocks/ribbon-model.ts'
import type { Move, Stage } from '../../report/lifecycle.ts'
import type { Locale } from '../locale.ts'

/** A life to draw: where it stands, on which day we look, its clocks and moves. */
export type Life = { name: string; stage: Stage; today: Day; clocks: Clock[]; moves: [Day, Move][] }

const kupang: Office = { zone: 'Asia/Makassar', scope: 'kota-kupang' }

const off: [Day, string, 'national' | 'cuti_bersama'][] = [
  ['2026-01-16', 'Isra Mikraj Nabi Muhammad SAW', 'national'],
  ['2026-02-16', 'Cuti Bersama Tahun Baru Imlek', 'cuti_bersama'],
  ['2026-02-17', 'Tahun Baru Imlek', 'national'],
  ['2026-03-18', 'Cuti Bersama Nyepi', 'cuti_bersama'],
  ['2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)', 'national'],
  ['2026-03-20', 'Cuti Bersama Idulfitri', 'cuti_bersama'],
  ['2026-03-21', 'Idulfitri 1447 Hijriah', 'national'],
  ['2026-03-22', 'Idulfitri 1447 Hijriah', 'national'],
  ['2026-03-23', 'Cuti Bersama Idulfitri', 'cuti_bersama'],
  ['2026-03-24', 'Cuti Bersama Idulfitri', 'cuti_bersama'],
]

const calendar = makeCalendar({ holidays: off.map(([day, name, kind]) => ({ day, name, kind, scope: null })) })

const verified = end(start('verify', 3, '2026-01-12', nationalDesk), '2026-01-14')
const answering = start('answer', 5, '2026-01-14', kupang)
const answered = end(answering, '2026-01-20')
const late: Clock = { ...end(answering, '2026-01-26'), overdueAt: '2026-01-22' }
const judging = start('lapse', 10, '2026-01-20', kupang)
const held = pause(answering, '2026-01-19')
const filed: [Day, Move] = ['2026-01-12', 'submit']
const forwarded: [Day, Move] = ['2026-01-14', 'forward']

export const lives: Life[] = [
  {
    name: 'baru diterima',
    stage: 'received',
    today: '2026-01-12',
    clocks: [start('verify', 3, '2026-01-12', nationalDesk)],
    moves: [filed],
  },
  {
    name: 'baru diterima pada hari Minggu',
    stage: 'received',
    today: '2026-01-11',
    clocks: [start('verify', 3, '2026-01-11', nationalDesk)],
    moves: [['2026-01-11', 'submit']],
  },
  {
    name: 'diteruskan, melewati hari libur',
    stage: 'forwarded',
    today: '2026-01-19',
    clocks: [verified, answering],
    moves: [filed, forwarded, ['2026-01-15', 'assign'], ['2026-01-15', 'report_progress']],
  },
  {
    name: 'hari terakhir',
    stage: 'in_progress',
    today: '2026-01-22',
    clocks: [verified, answering],
    moves: [filed, forwarded],
  },
  {
    name: 'lewat tenggat',
    stage: 'in_progress',
    today: '2026-01-28',
    clocks: [verified, answering],
    moves: [filed, forwarded, ['2026-01-20', 'report_progress']],
  },
  {
    name: 'ditunda',
    stage: 'on_hold',
    today: '2026-01-21',
    clocks: [verified, held, start('hold', 10, '2026-01-19', kupang)],
    moves: [filed, forwarded, ['2026-01-19', 'hold']],
  },
  {
    name: 'dilanjutkan setelah ditunda',
    stage: 'in_progress',
    today: '2026-01-23',
    clocks: [verified, resume(held, '2026-01-22', kupang), end(start('hold', 10, '2026-01-19', kupang), '2026-01-22')],
    moves: [filed, forwarded, ['2026-01-19', 'hold'], ['2026-01-22', 'complete']],
  },
  {
    name: 'dijawab, menunggu pelapor',
    stage: 'answered',
    today: '2026-01-24',
    clocks: [verified, answered, judging],
    moves: [filed, forwarded, ['2026-01-20', 'answer']],
  },
  {
    name: 'dijawab terlambat',
    stage: 'answered',
    today: '2026-01-27',
    clocks: [verified, late, start('lapse', 10, '2026-01-26', kupang)],
    moves: [filed, forwarded, ['2026-01-26', 'answer']],
  },
  {
    name: 'selesai',
    stage: 'closed',
    today: '2026-02-10',
    clocks: [verified, answered, end(judging, '2026-01-22'), start('reopen', 14, '2026-01-22', kupang)],
    moves: [filed, forwarded, ['2026-01-20', 'answer'], ['2026-01-22', 'confirm']],
  },
  {
    name: 'lama sekali, terlipat',
    stage: 'in_progress',
    today: '2026-03-25',
    clocks: [verified, answering],
    moves: [filed, forwarded, ['2026-02-16', 'report_progress'], ['2026-03-17', 'report_progress']],
  },
  {
    name: 'libur panjang',
    stage: 'forwarded',
    today: '2026-03-17',
    clocks: [
      end(start('verify', 3, '2026-03-12', nationalDesk), '2026-03-16'),
      start('answer', 5, '2026-03-16', kupang),
    ],
    moves: [
      ['2026-03-12', 'submit'],
      ['2026-03-16', 'forward'],
    ],
  },
  {
    name: 'dicabut pada hari yang sama',
    stage: 'withdrawn',
    today: '2026-01-12',
    clocks: [end(start('verify', 3, '2026-01-12', nationalDesk), '2026-01-12')],
    moves: [filed, ['2026-01-12', 'withdraw']],
  },
]

/** Noon of the day in Kupang. */
function noon(day: Day): Date {
  return new Date(`${day}T04:00:00Z`)
}

export function modelOf(life: Life, locale: Locale) {
  const events = life.moves.map(([day, move]) => ({ move, at: noon(day) }))
  return ribbonModel({ clocks: life.clocks, stage: life.stage, events, calendar, now: noon(life.today), locale })
}

/** How far the clock that a gauge shows is; undefined when the life has none in working days. */
export function progressOfLife(life: Life) {
  const clock = life.clocks.findLast((candidate) => candidate.kind !== 'reopen')
  return clock && progressOf(clock, calendar, noon(life.today))
}
