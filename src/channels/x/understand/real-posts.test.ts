import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Post } from '../post.ts'
import { understandPost } from './understand-post.ts'

// Only counts are expected and printed: a failing test must not show what people wrote.
const folder = path.resolve(import.meta.dirname, '../../../../../shared/data/complaints')
const isHere = existsSync(folder)
const us = { userId: '1708', handle: 'lapor1708' }

/** Of every file the rules were written by looking at one half; the other half was only ever counted. */
const halves = ['the half that was read', 'the half that was held out'] as const

const ways = {
  'in front, by name': (text: string) => `@lapor1708 ${text}`,
  'in front, by hashtag': (text: string) => `#lapor1708 ${text}`,
  'in the middle': (text: string) => {
    const words = text.split(' ')
    return words.toSpliced(Math.floor(words.length / 2), 0, '@lapor1708').join(' ')
  },
  'at the end': (text: string) => `${text} #lapor`,
}

describe.skipIf(!isHere)(
  `real posts and complaints${isHere ? '' : ' (skipped: ../shared/data/complaints is not on this machine)'}`,
  () => {
    test.each(halves.map((name, half) => ({ name, half })))(
      'of 921 posts about LAPOR! hardly any becomes a report ($name)',
      ({ name, half }) => {
        const posts = texts('tweets_sp4n_lapor_2016_2024.jsonl').filter((_, at) => at % 2 === half)
        const asWritten = tally(posts)
        const calling = tally(posts.map((text) => `@lapor1708 ${text}`))
        print(`${name}: as written`, asWritten)
        print(`${name}: as if each had called us`, calling)
        expect(posts.length).toBeGreaterThan(450)
        expect(share(asWritten.report, posts.length)).toBeLessThanOrEqual(0.05)
        expect(share(calling.report, posts.length), 'a human looks at the rest').toBeLessThanOrEqual(0.1)
      },
    )

    test.each(Object.keys(ways).flatMap((way) => halves.map((name, half) => ({ way, name, half }))))(
      'of 200 real complaints that call us $way nearly all become reports ($name)',
      ({ way, name, half }) => {
        const complaints = sample(half)
        const counted = tally(complaints.map(ways[way as keyof typeof ways]))
        print(`${way}, ${name}`, counted)
        expect(complaints).toHaveLength(200)
        expect(share(counted.report, 200)).toBeGreaterThanOrEqual(0.95)
      },
    )
  },
)

/** 200 of one half, as many of each file. */
function sample(half: number): string[] {
  const files = ['lapor_goid_2017.jsonl', 'lapor_goid_2021.jsonl', 'surabaya_2022.csv', 'purbalingga_keluhan.jsonl']
  return files.flatMap((name) => {
    const own = texts(name).filter((_, at) => at % 2 === half)
    const step = Math.floor(own.length / 50)
    return own.filter((_, at) => at % step === 0).slice(0, 50)
  })
}

function texts(name: string): string[] {
  const content = readFileSync(path.join(folder, name), 'utf8')
  const rows = name.endsWith('.csv')
    ? (parse(content, { columns: true, relax_quotes: true, skip_records_with_error: true }) as { text: string }[])
    : content
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { text: string })
  return rows.map(({ text }) => text).filter((text) => text.trim() !== '')
}

function tally(written: readonly string[]) {
  const counted = { report: 0, unsure: 0, ignore: 0 }
  for (const text of written) counted[understandPost(postOf(text), us).kind]++
  return counted
}

function postOf(text: string): Post {
  const found = (sign: RegExp) => [...text.matchAll(sign)].map(([, word = '']) => word)
  const mentions = found(/@(\w{1,15})/g)
  const hashtags = found(/#([\p{L}\p{N}_]+)/gu)
  const plain = { isRetweet: false, isQuote: false, pictures: [], earlier: [] }
  return { kind: 'post', id: '1', authorId: '2', text, mentions, hashtags, ...plain }
}

function share(some: number, all: number): number {
  return some / all
}

function print(what: string, { report, unsure, ignore }: ReturnType<typeof tally>) {
  const all = report + unsure + ignore
  const percent = (some: number) => `${((100 * some) / all).toFixed(1)} %`
  process.stdout.write(
    `  ${what}: ${all} posts, reports ${report} (${percent(report)}), unsure ${unsure} (${percent(unsure)}), ignored ${ignore}\n`,
  )
}
