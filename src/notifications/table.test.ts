import { expect, test } from 'vitest'
import { allowedMoves, moves, stages } from '../report/lifecycle.ts'
import { catalogue, wordsIn } from '../ui/words/index.ts'
import { clocksOf, isForReporter, overdueTellings, readTemplate, type Template, tellings, tellingsOf } from './table.ts'

/** Every letter there are words for, also those that no row of the table sends. */
const templates = Object.keys(catalogue).flatMap(
  (key) => readTemplate(/^notifications_(.+)_subject$/.exec(key)?.[1] ?? '') ?? [],
)

test('only moves that can happen are told, by roles that can make them', () => {
  for (const { on, by } of tellings) {
    expect(Object.keys(moves)).toContain(on)
    const doers: readonly string[] = moves[on].by
    if (by) expect(by.some((role) => doers.includes(role))).toBe(true)
  }
})

test('reporters get letters for reporters, offices get letters for offices', () => {
  for (const { to, say } of [...tellings, ...Object.values(overdueTellings)])
    expect([say, isForReporter(say)]).toEqual([say, to === 'reporter' || to === 'companions'])
})

test.each(['id', 'en'] as const)(
  'every letter can be said in %s, with a day and without, and tells a passer-by nothing',
  (locale) => {
    const t = wordsIn(locale)
    for (const template of templates) {
      for (const due of ['Kamis 22 Januari 2026', '']) {
        const words = `${t[`notifications_${template}_subject`]}\n${t[`notifications_${template}`](due)}`
        expect(words).not.toMatch(/rahasia|confidential|anonim|anonymous|secret|undefined|\$\{| {2}| \.| ,/i)
        if (due && words.includes(due)) expect(clocksOf[template as Template], template).toBeDefined()
        expect(words.trim()).toMatch(/[.?!]$/)
      }
    }
  },
)

test('a reporter is never told what they did themselves, the receipt excepted', () => {
  for (const stage of ['none', ...stages] as const)
    for (const move of allowedMoves(stage, 'reporter'))
      for (const telling of tellingsOf(move, 'reporter', 'public'))
        if (telling.to === 'reporter') expect(telling.say).toBe('receipt')
})

test('a note among officers is told to nobody', () => {
  expect(tellingsOf('note', 'officer', 'office')).toEqual([])
  expect(tellingsOf('note', 'officer', 'parties').map(({ say }) => say)).toEqual(['message'])
})

test('no letter that may name a title goes to a unit or to a reporter', () => {
  const titled = new Set(tellings.filter((telling) => telling.titled).map(({ say }) => say))
  const others = tellings.filter(({ to }) => ['unit', 'handlers', 'reporter', 'companions', 'supervisors'].includes(to))
  expect(others.filter(({ say }) => titled.has(say))).toEqual([])
})
