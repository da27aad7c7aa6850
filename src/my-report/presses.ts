import { afterPress, redactionsIn } from '../secrecy/redactions.ts'

export type Values = ReadonlyMap<string, string>

/** What was posted, presses of "Samarkan" and "Tampilkan lagi" taken in. `isOnlyShown`: it was one, so the preview comes again and nothing is sent. */
export function readPresses(posted: Values): { values: Values; isOnlyShown: boolean } {
  const { values, pressed } = afterPress(Object.fromEntries(posted))
  return { values: new Map(Object.entries(values)), isOnlyShown: pressed || values.step === 'preview' }
}

export function redactionsOf(values: Values): string[] {
  return redactionsIn(Object.fromEntries(values))
}

/** What a form of a preview sends along unseen: all but what its own buttons say. */
export function carriedIn(values: Values): Record<string, string> {
  const {
    yakin: _sure,
    pihak: _parties,
    langkah: _go,
    step: _step,
    disetujui: _seen,
    ...carried
  } = Object.fromEntries(values)
  return carried
}
