import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { keywords } from './testing/utterances.ts'
import { type OwnReport, type Understood, understand } from './understand.ts'

// What people say first, said of a report of theirs: never lost, and hardly ever asked back. Only counts are expected below: a failing test must not
// print what people wrote.
const folder = path.resolve(import.meta.dirname, '../../../../../shared/data/complaints')
const isHere = existsSync(folder)

const trackingId = 'K7M2QX4PW'
const standings: Record<string, OwnReport> = {
  'on hold': { trackingId, open: true, awaits: 'details' },
  answered: { trackingId, open: true, awaits: 'judgement' },
  closed: { trackingId, open: false, closedAt: new Date('2026-01-07') },
  archived: { trackingId, open: false, archived: true },
  'in progress': { trackingId, open: true },
}
const asked = standings['on hold'] as OwnReport

const onlyGreets =
  /^[^a-z]*((as+al+am+[u'’ ]*al+ai?kum|salam|selamat|met|pagi|siang|sore|malam|wr|wb|pak|bapak|bu|ibu|kak|min|admin)[^a-z]*)+$/i

describe.skipIf(!isHere)(
  `first sentences of real complaints${isHere ? '' : ' (skipped: ../shared/data/complaints is not on this machine)'}`,
  () => {
    const sentences = isHere ? firstSentences() : []
    const shareOf = (prefix: string, own: OwnReport, is: (each: Understood) => boolean, said = sentences) => {
      const share = said.filter((text) => is(understand(prefix + text, keywords, [own]))).length / said.length
      console.info(
        `${prefix || '(plain) '}${JSON.stringify(own.awaits ?? own.open)}: ${(100 * share).toFixed(1)} % of ${said.length}`,
      )
      return share
    }

    test('there are hundreds of them', () => {
      expect(sentences.length).toBeGreaterThan(800)
    })

    test.each(Object.keys(standings))(
      'behind BALAS and the number of a report that is %s each is told to whoever has it; a bare greeting is asked back',
      (standing) => {
        const own = standings[standing] as OwnReport
        const telling = sentences.filter((text) => !onlyGreets.test(text))
        expect(telling.length / sentences.length).toBeGreaterThan(0.95)
        expect(shareOf(`BALAS ${trackingId} `, own, ({ kind }) => kind !== 'reply', telling)).toBeLessThanOrEqual(0.01)
        expect(shareOf(`BALAS ${trackingId} `, own, isCommanding)).toBe(0)
      },
    )

    test('behind BELUM each is the reason why an answer settles nothing', () => {
      const own = standings['answered'] as OwnReport
      const isAlone = (each: Understood) => each.kind === 'ask' && each.question === 'why_not'
      // Who only greets gives no reason, and is asked for one.
      const telling = sentences.filter((text) => !isAlone(understand(`BELUM ${text}`, keywords, [own])))
      expect(telling.length / sentences.length).toBeGreaterThan(0.95)
      expect(shareOf('BELUM ', own, ({ kind }) => kind === 'not_done', telling)).toBeGreaterThanOrEqual(0.97)
    })

    // The shares before anything behind a keyword or LAPOR was asked about, and one in a hundred more.
    test.each([
      ['', 0.73],
      ['KOTKUPANG ', 0],
      ['LAPOR ', 0.132],
    ])('with a question open, behind "%s" few are asked back', (prefix, before) => {
      expect(shareOf(prefix, asked, ({ kind }) => kind === 'ask')).toBeLessThanOrEqual(before + 0.01)
    })
  },
)

function isCommanding({ kind }: Understood): boolean {
  return ['confirm', 'rate', 'raise', 'raise_all', 'stop', 'start', 'several', 'file'].includes(kind)
}

function firstSentences(): string[] {
  const texts = ['purbalingga_keluhan.jsonl', 'lapor_goid_2017.jsonl'].flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text),
  )
  const first = texts.map((text) => text.replace(/\s+/g, ' ').trim().split(/[.!?]/)[0]?.trim() ?? '')
  return first.filter(({ length }) => length > 12 && length < 140)
}
