import { expect, test } from 'vitest'
import { sizeOf } from '../platform/gsm/fit-sms.ts'
import { catalogue } from '../ui/words/index.ts'

const longestDay = 'Rabu, 30 September 2026'
const page = 'https://www.lapor.go.id/lacak?id=8K2F7T4QX'

test('every SMS of ours, in both languages, with the longest number and day, is one message in letters that every phone has', () => {
  const all: [string, { id: unknown; en: unknown }][] = Object.entries(catalogue)
  const said = all.filter(
    ([name]) => name.startsWith('sms_') && !/_said$|status_cut|status_more|status_rest|part_missing/.test(name),
  )
  expect(said.length).toBeGreaterThan(30)
  for (const [name, { id, en }] of said)
    for (const words of [id, en]) {
      const text =
        typeof words === 'string'
          ? words
          : (words as (...facts: string[]) => string)(
              '8K2F7T4QX',
              longestDay,
              /_page$|_offer$|_changed$|_opening_noted$/.test(name) ? page : longestDay,
            )
      expect(sizeOf(text), `${name}: ${text}`).toMatchObject({ alphabet: 'gsm7', fits: true })
    }
})
