import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const channels = path.resolve(import.meta.dirname, '..')

test('words of a message join a report by one way alone, where what they ask to be hidden is hidden first', () => {
  const files = globSync('**/*.ts', { cwd: channels }).filter((file) => !/test\.ts$|testing\//.test(file))
  const naming = (what: RegExp) => files.filter((file) => what.test(readFileSync(path.join(channels, file), 'utf8')))
  expect(naming(/receive-message\.ts'|(?:reply-to-answer|reopen-report|complete-report)\.ts'/)).toEqual([
    'arrivals/tell-report.ts',
  ])
  // What X says of a post is nobody's words.
  expect(naming(/write-note\.ts'/).toSorted()).toEqual(['arrivals/tell-report.ts', 'x/answer-change.ts'])
})
