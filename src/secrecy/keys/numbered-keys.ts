import { type KeyPlace, keyStore } from './key-store.ts'
import { masterSecret } from './master-secret.ts'

/**
 * Master keys that follow one another: `seal`, `seal.2`, `seal.3`, … There may be gaps where old ones were forgotten.
 * @param first the name of the first
 */
export function numberedKeys(first: string) {
  const numbered = new RegExp(String.raw`^${first}(?:\.(\d{1,5}))?$`)
  const numberOf = (name: string) => Number(numbered.exec(name)?.[1] ?? 1)
  const nameOf = (number: number) => (number === 1 ? first : `${first}.${number}`)

  /** Those there are, the newest last. */
  function names(place: KeyPlace): string[] {
    const all = keyStore(place).names()
    return all.filter((name) => numbered.test(name)).sort((one, other) => numberOf(one) - numberOf(other))
  }

  const newest = (place: KeyPlace) => names(place).at(-1) ?? first

  /** Makes one after the newest. @returns its name */
  function begin(place: KeyPlace): string {
    const next = nameOf(numberOf(newest(place)) + 1)
    masterSecret(place, next)
    return next
  }

  return { names, newest, nameOf, begin }
}
