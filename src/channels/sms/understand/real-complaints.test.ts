import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { keywordAliases } from '../../../../seeds/reference/keyword-aliases.ts'
import { agencyFacts, aliasFacts } from '../../../../seeds/reference/read.ts'
import { type OwnReport, type Understood, understand } from './understand.ts'

// Only counts are expected below: a failing test must not print what people wrote.
const folder = path.resolve(import.meta.dirname, '../../../../../shared/data/complaints')
const isHere = existsSync(folder)
const keywords = [
  ...agencyFacts().flatMap(({ slug, smsKeyword }) => (smsKeyword ? [{ word: smsKeyword, agencyId: slug }] : [])),
  ...keywordAliases(agencyFacts(), aliasFacts()).map(({ word, slug }) => ({ word, agencyId: slug })),
]

const road: OwnReport = { trackingId: 'K7M2QX4PW', open: true }
const lamp: OwnReport = { trackingId: '3CDFHJKM2', open: true }
const senders: Record<string, OwnReport[]> = {
  'somebody new': [],
  'who has a report with an office': [road],
  'whose report is closed': [{ ...road, open: false }],
  'whom we asked something': [{ ...road, awaits: 'details' }],
  'whose report was answered': [{ ...road, awaits: 'judgement' }],
  'with one of each': [
    { ...road, awaits: 'details' },
    { ...lamp, awaits: 'judgement' },
  ],
}

describe.skipIf(!isHere)(
  `real complaints sent as SMS${isHere ? '' : ' (skipped: ../shared/data/complaints is not on this machine)'}`,
  () => {
    const sends = ['purbalingga_keluhan.jsonl', 'lapor_goid_2017.jsonl'].flatMap((name) =>
      Object.keys(senders).map((sender) => [name, sender] as const),
    )

    test.each(sends)('%s by %s: filed, taken as the answer, or asked back; never a command', (name, sender) => {
      const understood = textsOf(name).map((text) => understand(text, keywords, senders[sender] ?? []))
      expect(understood.length).toBeGreaterThan(400)
      expect(counted(understood, (each) => !['file', 'reply', 'ask'].includes(each.kind))).toBe(0)
      expect(counted(understood, (each) => each.kind === 'file' && Boolean(each.raise))).toBe(0)
      // Swallowed by the report that we asked about; that one is open.
      const most = sender === 'whom we asked something' ? understood.length / 100 : 0
      expect(counted(understood, ({ kind }) => kind === 'reply')).toBeLessThanOrEqual(most)
    })

    test.each(['purbalingga_keluhan.jsonl', 'lapor_goid_2017.jsonl'])(
      '%s: somebody new is hardly ever asked back',
      (name) => {
        const understood = textsOf(name).map((text) => understand(text, keywords, []))
        expect(counted(understood, ({ kind }) => kind === 'ask')).toBeLessThanOrEqual(2)
        expect(
          counted(understood, (each) => each.kind === 'file' && Boolean(each.agencyId ?? each.unsure)),
        ).toBeLessThanOrEqual(3)
      },
    )
  },
)

function textsOf(name: string): string[] {
  const lines = readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => (JSON.parse(line) as { text: string }).text)
}

function counted(understood: Understood[], is: (each: Understood) => boolean): number {
  return understood.filter(is).length
}
