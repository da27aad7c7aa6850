import type { Locale } from '../../../ui/locale.ts'
import { wordsIn } from '../../../ui/words/index.ts'
import { type Alphabet, decode } from './alphabet.ts'
import { withoutHalves } from './halves.ts'
import type { Odd, Part } from './part.ts'

/** A long message as far as it is there. `missing`: the places of the parts that have not come, from 1. */
export type Joined = { text: string; complete: boolean; missing: number[]; odd: Odd[] }

/** Parts of one alphabet without a gap between them. */
type Run = { alphabet: Alphabet; octets: Buffer[] }

const mendedByJoining: readonly Odd[] = ['odd_length', 'not_in_alphabet', 'wrong_coding']

/**
 * Puts the parts of one message together, in whatever order and however often they came; called again when a late one is there.
 * Octets are joined, not texts, so an emoji or an escape cut in half is whole again; half of one beside a gap is left out. Every gap is marked
 * once, in words.
 * @param parts of one sender, one gateway and one reference; a message without reference is complete alone
 */
export function join(parts: readonly Part[], locale: Locale = 'id'): Joined {
  const { places, conflict } = place(parts)
  const missing = places.flatMap((part, index) => (part ? [] : [index + 1]))
  const read = runs(places).map((run, index, all) => {
    if (run !== 'gap') return readRun(besideGaps(run, all[index - 1] === 'gap', all[index + 1] === 'gap'))
    const [before, after] = [index > 0 ? ' ' : '', index < all.length - 1 ? ' ' : '']
    return { text: before + wordsIn(locale).sms_part_missing + after, odd: [] }
  })
  const odd: Odd[] = parts.flatMap((part) => part.odd ?? []).filter((one) => !mendedByJoining.includes(one))
  odd.push(...read.flatMap((one) => one.odd), ...(conflict ? (['conflict'] as const) : []))
  return {
    text: read.map((one) => one.text).join(''),
    complete: parts.length > 0 && missing.length === 0,
    missing,
    odd: [...new Set(odd)],
  }
}

/**
 * Whether a part can belong to the message that others have begun: the same reference, and no other words at the same place.
 * A cheap phone counts its references from the start again when it is switched on, so two messages may share one.
 */
export function belongsTo(begun: readonly Part[], part: Part): boolean {
  return begun.every(({ ref, hex }) => {
    if (ref?.number !== part.ref?.number || ref?.of !== part.ref?.of) return false
    return ref?.at !== part.ref?.at || hex === part.hex
  })
}

/**
 * Tells apart the messages that one reference has begun, in the order in which they came: two parts with other words at the same
 * place are of two messages, and no word of either is lost.
 */
export function messagesAmong<Row extends { part: Part }>(rows: readonly Row[]): Row[][] {
  const messages: Row[][] = []
  for (const row of rows) {
    const begun = messages.find((message) =>
      belongsTo(
        message.map(({ part }) => part),
        row.part,
      ),
    )
    if (begun) begun.push(row)
    else messages.push([row])
  }
  return messages
}

/** Every part at its place; of two that claim the same, the one that came first. */
function place(parts: readonly Part[]): { places: (Part | undefined)[]; conflict: boolean } {
  const places: (Part | undefined)[] = Array.from({ length: parts[0]?.ref?.of ?? Math.min(parts.length, 1) })
  let conflict = false
  for (const part of parts) {
    const index = (part.ref?.at ?? 1) - 1
    const there = places[index]
    if (there ? there.hex !== part.hex : part.ref?.of !== parts[0]?.ref?.of) conflict = true
    else places[index] = part
  }
  return { places, conflict }
}

function runs(places: readonly (Part | undefined)[]): (Run | 'gap')[] {
  const found: (Run | 'gap')[] = []
  for (const part of places) {
    const last = found.at(-1)
    const octets = part && Buffer.from(part.hex, 'hex')
    if (!part || !octets) {
      if (last !== 'gap') found.push('gap')
    } else if (last && last !== 'gap' && last.alphabet === part.alphabet) last.octets.push(octets)
    else found.push({ alphabet: part.alphabet, octets: [octets] })
  }
  return found
}

/** Half of an emoji whose other half is in the gap is not shown: it comes whole with the late part (halves.ts). */
function besideGaps({ alphabet, octets }: Run, before: boolean, after: boolean): Run {
  if (alphabet !== 'ucs2' || !(before || after)) return { alphabet, octets }
  const [first, last] = [0, octets.length - 1]
  const trimmed = octets.map((some, index) =>
    withoutHalves(some, { before: before && index === first, after: after && index === last }),
  )
  return { alphabet, octets: trimmed }
}

/**
 * UCS-2 that was cut in the middle of a unit comes in two parts of odd length, which fit. An odd one without its pair has lost an
 * octet: what comes after it begins anew.
 */
function readRun({ alphabet, octets }: Run): { text: string; odd: Odd[] } {
  const uneven = octets.flatMap(({ length }, index) => (length % 2 === 1 ? [index + 1] : []))
  const cut = alphabet === 'ucs2' && uneven.length % 2 === 1 ? (uneven.at(-1) as number) : octets.length
  const read = [octets.slice(0, cut), octets.slice(cut)]
    .filter((some) => some.length > 0)
    .map((some) => decode(Buffer.concat(some), alphabet))
  return { text: read.map(({ text }) => text).join(''), odd: read.flatMap(({ odd }) => odd) }
}
