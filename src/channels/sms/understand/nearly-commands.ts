import { typos } from './near.ts'
import type { Word } from './read-words.ts'
import { forgiven, refusing } from './words.ts'

/** A command, or one letter from it. */
export function nearlyCommands({ word, might }: Pick<Word, 'word' | 'might'>): boolean {
  return might.length > 0 || refusing.has(word) || forgiven.some((command) => typos(word, command) < 2)
}
