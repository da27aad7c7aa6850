import { expect } from 'vitest'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { canaryWord, makeFinder } from './canaries.ts'
import { lookIntoTables } from './look-into-tables.ts'

/** How somebody asks that what they write be read by nobody, or that nobody learns who wrote it. */
export const wishes = {
  'RAHASIA in front': (words: string) => `RAHASIA ${words}`,
  'RAHASIA at the end': (words: string) => `${words}. RAHASIA`,
  'RAHASIA in a sentence': (words: string) => `${words}, mohon laporan ini dirahasiakan. Terima kasih`,
  'ANONIM in front': (words: string) => `ANONIM ${words}`,
  'ANONIM at the end': (words: string) => `${words} ANONIM`,
  'ANONIM in a sentence': (words: string) => `${words}. Tolong rahasiakan nama saya`,
}

export type Wish = keyof typeof wishes

export const allWishes = Object.keys(wishes) as Wish[]

/** Words of a complaint that hold a canary: "pak lurah kqzwv… meminta uang pelicin lagi", with the wish for secrecy. */
export function wished(path: string, wish: Wish): string {
  return wishes[wish](unwished(path, wish))
}

/** The same words without the wish. */
export function unwished(path: string, wish: Wish): string {
  return `pak lurah ${canaryOf(path, wish)} meminta uang pelicin lagi`
}

/** The report now hides what was wished; of what is confidential no public table holds a word. */
export async function expectHeard({ owner }: TestDatabase, path: string, wish: Wish, reportId: string) {
  const report = await owner
    .selectFrom('casework.report')
    .select(['anonymous', 'confidential', 'shown_name'])
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  if (wish.startsWith('ANONIM')) return expect(report).toMatchObject({ anonymous: true, shown_name: null })
  expect(report.confidential).toBe(true)
  expect(await publicly(owner, canaryOf(path, wish))).toEqual([])
}

/** Where the public can find a word. */
export async function publicly(owner: TestDatabase['owner'], value: string): Promise<string[]> {
  const find = makeFinder([{ kind: 'word', report: 'wished', field: 'text', value }])
  return [...(await lookIntoTables(owner, find, /^publication\./)).lookout.seen.values()].map(String)
}

export function canaryOf(path: string, wish: Wish | 'none'): string {
  return canaryWord(path, wish)
}
