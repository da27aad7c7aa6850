import { type KeyPlace, lastChange } from './key-store.ts'

const lookEveryMs = 250

/** What `load` makes of the master keys; made again within a quarter of a second of every change of theirs. */
export function following<T>(place: KeyPlace, load: () => T): () => T {
  let changed = lastChange(place)
  let loaded = load()
  let looked = Date.now()
  return () => {
    if (Date.now() - looked < lookEveryMs) return loaded
    looked = Date.now()
    const now = lastChange(place)
    if (now !== changed) {
      loaded = load()
      changed = now
    }
    return loaded
  }
}
