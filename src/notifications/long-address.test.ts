import { expect, test } from 'vitest'
import { fitSms, sizeOf } from '../platform/gsm/fit-sms.ts'
import { makeCalendar } from '../report/clocks/calendar.ts'
import { start } from '../report/clocks/clocks.ts'
import type { Day } from '../report/clocks/day.ts'
import { smsInOne } from './sms-in-one.ts'
import {
  clocksOf,
  isForReporter,
  onPage,
  readOnPage,
  reporterTemplates,
  type SmsAlone,
  type SmsAnswer,
  smsAlone,
  smsAnswers,
} from './table.ts'

// An installation may have a long address: no SMS of ours holds half a link.

const of45 = 'https://lapor.dinas-kominfo.kota-contoh.go.id'
const of80 = `https://layanan-aspirasi-dan-pengaduan-online.${'x'.repeat(28)}.go.id`
const calendar = makeCalendar({ holidays: [] })
const office = { zone: 'Asia/Jayapura', scope: null } as const
const days: Day[] = ['2026-09-09', '2026-09-10', '2026-09-11', '2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17']

type Name = (typeof reporterTemplates)[number] | SmsAnswer | SmsAlone
const names: readonly Name[] = [...reporterTemplates, ...smsAnswers, ...smsAlone]

/** All that an SMS says on these days to a phone, or to whoever filed by another door. */
function said(template: Name, baseUrl: string, isOnPage: boolean): string[] {
  const isLent = readOnPage.includes(template) || template === 'status'
  const kind = (isForReporter(template) && clocksOf[template]?.[0]) || 'answer'
  return days.map((day) =>
    smsInOne({
      template,
      report: { tracking_id: '8K2F7T4QX', stage: 'in_progress' },
      clock: start(kind, 10, day, office),
      calendar,
      about: 'KABKEPULAUANMERANTI',
      words: '',
      baseUrl,
      link: isLent && !isOnPage ? `${baseUrl}/b/abcdefghijklmnop` : undefined,
      isOnPage,
    }),
  )
}

const all = names.flatMap((name) => [[name, false] as const, ...(onPage(name) ? [[name, true] as const] : [])])
const linkIn = /https:\/\/\S+/

test.each(all)('%s (by another door: %s) is one whole SMS at an address of 45 letters', (name, isOnPage) => {
  expect(of45).toHaveLength(45)
  for (const text of said(name, of45, isOnPage)) {
    expect(sizeOf(text), `${text.length} ${text}`).toMatchObject({ alphabet: 'gsm7', fits: true })
    expect(fitSms(text)).toBe(text)
  }
})

test('the day by which somebody may reopen a report stands in its SMS at the addresses of today', () => {
  for (const text of said('lapsed', 'https://lapor.kemenpanrb.go.id', true))
    expect(text).toMatch(/Buka lagi paling lambat .*2026: https:\/\/lapor\.kemenpanrb\.go\.id\/lacak\?id=8K2F7T4QX$/)
})

test('at an address of 80 letters words are cut, and no link', () => {
  expect(of80).toHaveLength(80)
  for (const [name, isOnPage] of all)
    for (const text of said(name, of80, isOnPage)) {
      const sent = fitSms(text)
      expect(sizeOf(sent).fits).toBe(true)
      expect(linkIn.exec(sent)?.[0], sent).toBe(linkIn.exec(text)?.[0])
      expect(sent).toContain('LAPOR! ')
    }
})
