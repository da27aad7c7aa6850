import { afterChoice, leftIn } from '../secrecy/earlier-choices.ts'
import { printOf } from '../secrecy/print-of.ts'
import { afterPress, redactionsIn } from '../secrecy/redactions.ts'

export type Values = ReadonlyMap<string, string>

/** What was posted, presses of "Samarkan", "Hanya barisnya" and what undoes them taken in. `isOnlyShown`: it was one, so the preview comes again and nothing is sent. */
export function readPresses(posted: Values): { values: Values; isOnlyShown: boolean } {
  const redacted = afterPress(Object.fromEntries(posted))
  const { values, pressed } = afterChoice(redacted.values)
  const isOnlyShown = redacted.pressed || pressed || values.step === 'preview'
  return { values: new Map(Object.entries(values)), isOnlyShown }
}

export function redactionsOf(values: Values): string[] {
  return redactionsIn(Object.fromEntries(values))
}

/** Numbers of the events of which the public shall read only a line. */
export function leftOf(values: Values): number[] {
  return leftIn(Object.fromEntries(values))
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

/** What stands for what a preview showed: the words, and of which events only a line. */
export function printOfShown(words: Readonly<Record<string, string>>, without: readonly number[]): string {
  return printOf({ ...words, ...(without.length > 0 ? { without: without.join() } : {}) })
}
