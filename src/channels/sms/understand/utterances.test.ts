import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complaints } from './testing/phrases.ts'
import { anUtterance, keywords } from './testing/utterances.ts'
import type { Utterance } from './testing/uttered.ts'
import { wordsLost } from './testing/words-lost.ts'
import { type OwnReport, type Question, type Understood, understand } from './understand.ts'

const count = 4000
const seed = 1708
/** Asking back and telling where a report stands are not what was wanted, but do nothing to any report. */
const changesNothing = new Set<Understood['kind']>(['ask', 'status', 'help', 'nothing'])

test('of four thousand messages with typos and slang 98 % are understood, and not one is taken for what it is not', () => {
  const utterances = fc.sample(anUtterance, { numRuns: count, seed })
  const results = utterances.map((utterance) => ({
    utterance,
    got: understand(utterance.text, keywords, utterance.own),
  }))
  const understood = results.filter(({ utterance, got }) => isMeant(got, utterance))
  const missed = results.filter(({ utterance, got }) => !isMeant(got, utterance))
  const wrong = results.filter(({ utterance, got }) => !changesNothing.has(got.kind) && isWrong(got, utterance))
  console.info(
    `understood ${understood.length} of ${count} (${((100 * understood.length) / count).toFixed(2)} %), asked back ${missed.length - wrong.length}, wrong ${wrong.length}`,
  )
  if (process.env['SHOW'])
    for (const { utterance, got } of missed)
      console.info(`${utterance.wants} | ${utterance.text} | ${JSON.stringify(got)}`)
  expect(wrong.map(({ utterance, got }) => `${utterance.wants}: ${utterance.text} → ${got.kind}`)).toEqual([])
  expect(understood.length / count).toBeGreaterThanOrEqual(0.98)
})

test('a complaint with any command word anywhere in it does nothing to a report: it is filed or asked back, an answer only where it begins like one', () => {
  const commands = [
    'YA',
    'ok',
    'selesai',
    'STOP',
    'MULAI',
    'BANTUAN',
    'RAHASIA',
    'ANONIM',
    'NILAI 4',
    'CEK',
    'BALAS',
    'BELUM',
  ]
  const awaits = fc.constantFrom<OwnReport['awaits']>(undefined, 'details', 'judgement')
  const own = fc.array(fc.record({ trackingId: fc.constant('K7M2QX4PW'), open: fc.boolean(), awaits }), {
    maxLength: 1,
  })
  fc.assert(
    fc.property(
      fc.constantFrom(...complaints),
      fc.constantFrom(...commands),
      fc.nat(20),
      own,
      (told, command, at, filed) => {
        const words = told.split(' ')
        const place = at % (words.length + 1)
        words.splice(place, 0, command)
        const may = ['file', 'ask', 'not_done', ...(place === 0 || command === 'BALAS' ? ['reply'] : [])]
        expect(may, words.join(' ')).toContain(understand(words.join(' '), keywords, filed).kind)
      },
    ),
    { seed, numRuns: 3000 },
  )
})

/** The questions about which the words are kept. */
const whichItIs: readonly Question[] = ['new_or_reply', 'which_report', 'yes_or_no']

/** Not what was meant, or without a word that was written: the one that was lost may be the BELUM. */
function isWrong(got: Understood, utterance: Utterance): boolean {
  return !isMeant(got, utterance) || wordsLost(utterance.text, utterance.own, got).length > 0
}

/** The same kind about the same report, and nothing of what was told lost. */
function isMeant(got: Understood, { expected }: Utterance): boolean {
  if (expected === 'asked about') return got.kind === 'ask' && whichItIs.includes(got.question)
  if (expected === 'told or asked')
    return got.kind === 'ask' ? whichItIs.includes(got.question) : got.kind === 'reply' && got.isNote === true
  if (expected === 'both done')
    return got.kind === 'several' && got.each.map(({ kind }) => kind).join(' ') === 'file confirm'
  if (expected === 'refused')
    return ['not_done', 'reply'].includes(got.kind) || (got.kind === 'ask' && whichItIs.includes(got.question))
  const { text: told = '', ...meant } = { text: undefined, ...expected, clauses: [] }
  const { text = '', ...did } = { text: undefined, ...got, clauses: [] }
  return JSON.stringify(sorted(did)) === JSON.stringify(sorted(meant)) && text.includes(told)
}

function sorted(value: object): [string, unknown][] {
  return Object.entries(value).sort(([one], [other]) => one.localeCompare(other))
}
