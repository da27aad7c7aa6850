import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswer } from '../../asked/read-answer.ts'
import { type Lawful, lawFor } from './testing/law.ts'
import { aLoosePair, aPair, aScene, type Scene } from './testing/scenes.ts'
import { keywords } from './testing/utterances.ts'
import { wordsLost } from './testing/words-lost.ts'
import { type OwnReport, type Understood, understand } from './understand.ts'

// Every prefix before every kind of words, however the reports of that number stand and whatever we have just asked: what is done is what the handbook
// allows (testing/law.ts), or we ask.

const count = 8000
const seed = 1708

/** What it does to whose report. Of several all are asked for one by one. */
function done(understood: Understood, own: readonly OwnReport[]): Lawful {
  const of = 'trackingId' in understood ? own.findIndex(({ trackingId }) => trackingId === understood.trackingId) : -1
  switch (understood.kind) {
    case 'file':
      return { does: 'file' }
    case 'reply':
      return { does: understood.isNote ? 'note' : 'reply', of }
    case 'not_done':
      return { does: 'reply', of }
    case 'several':
      return doneOfSeveral(understood.each, own)
    case 'confirm':
    case 'rate':
      return { does: understood.kind, of }
    case 'raise':
      return { does: understood.what, of }
    case 'stop':
      return { does: 'silence' }
    case 'start':
      return { does: 'speak' }
    default:
      return { does: 'asked' }
  }
}

/** Said of one of them, and how it stands. */
function doneOfSeveral(each: readonly Understood[], own: readonly OwnReport[]): Lawful {
  const [one = { does: 'asked' as const }] = each.map((each) => done(each, own)).filter(({ does }) => does !== 'asked')
  return one
}

/** As the door takes it: the answer to what we have just asked, else what it says. BARU and BALAS do what they say to the words that are kept. */
function taken({ text, own, asked }: Scene): Lawful {
  const answer = asked && readAnswer(text, asked, own)
  return answer ? { does: 'asked' } : done(understand(text, keywords, own), own)
}

test('of eight thousand messages with prefixes, in every standing and after every question, none does what the handbook does not allow, and 98 % do what was wanted', () => {
  const scenes = fc.sample(aScene, { numRuns: count, seed })
  const results = scenes.map((scene) => ({ scene, did: taken(scene), law: lawFor(scene) }))
  // A note moves less than the reply that it might be.
  const isSame = (may: Lawful, did: Lawful) =>
    JSON.stringify(may) === JSON.stringify(did) || JSON.stringify(may) === JSON.stringify({ ...did, does: 'reply' })
  const isLawful = (did: Lawful, law: readonly Lawful[]) =>
    law.some((may) => (did.does === 'note' ? isSame(may, did) : JSON.stringify(may) === JSON.stringify(did)))
  const unlawful = results.filter(({ did, law }) => !isLawful(did, law))
  const wrong = unlawful.filter(({ did }) => did.does !== 'asked')
  const lost = scenes.filter(({ text, own }) => wordsLost(text, own, understand(text, keywords, own)).length > 0)
  const share = 1 - unlawful.length / count
  const drawn = new Set(
    scenes.map(({ standing, prefix, content, asked }) => `${standing} ${prefix} ${content} ${asked}`),
  )
  console.info(
    `understood ${count - unlawful.length} of ${count} (${(100 * share).toFixed(2)} %), asked back ${unlawful.length - wrong.length}, wrong ${wrong.length}; ${drawn.size} combinations`,
  )
  if (process.env['SHOW'])
    for (const { scene, did, law } of unlawful) console.info(shown(scene), JSON.stringify(did), JSON.stringify(law))
  expect(wrong.map(({ scene, did }) => `${shown(scene)} → ${JSON.stringify(did)}`)).toEqual([])
  expect(lost.map(shown)).toEqual([])
  expect(share).toBeGreaterThanOrEqual(0.98)
})

test('of two thousand messages about two reports each says of each what was said of it, or asks', () => {
  const pairs = fc.sample(aPair, { numRuns: 2000, seed })
  const results = pairs.map(({ own, text, says }) => {
    const meant = understand(text, keywords, own)
    const acts = meant.kind === 'several' ? meant.each : [meant]
    const did = acts.map((one) => done(one, own)).filter(({ does }) => does !== 'asked')
    const wanted = says.map((verdict, of) => ({ does: verdict === 'yes' ? 'confirm' : 'reply', of }))
    return { text, did, isRight: JSON.stringify(did) === JSON.stringify(wanted) }
  })
  const understood = results.filter(({ isRight }) => isRight)
  const wrong = results.filter(({ isRight, did }) => !isRight && did.length > 0)
  console.info(
    `both done ${understood.length} of ${pairs.length}, asked back ${results.length - understood.length - wrong.length}, wrong ${wrong.length}`,
  )
  expect(wrong).toEqual([])
  expect(understood.length / pairs.length).toBeGreaterThan(0.9)
})

test('of two thousand messages that say one thing before two numbers and another behind, none does to a report what was perhaps said of the other', () => {
  const wrong = fc.sample(aLoosePair, { numRuns: 2000, seed }).filter(({ own, text }) => {
    const meant = understand(text, keywords, own)
    const acts = meant.kind === 'several' ? meant.each : [meant]
    return acts.some((one) => done(one, own).does !== 'asked')
  })
  expect(wrong.map(({ text }) => text)).toEqual([])
})

function shown({ standing, asked, text }: Scene): string {
  return `[${standing}${asked ? `, asked ${asked}` : ''}] ${JSON.stringify(text)}`
}
