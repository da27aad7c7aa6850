import { makePart, type Part } from './part.ts'

/** What is cut at the two ends of a part in UCS-2: the second half of an emoji whose first is in the part before, and the first half. */
type Halves = { before?: Buffer; after?: Buffer }

/** One UTF-16 unit. */
const unit = 2
const none = Buffer.alloc(unit)

/** The halves of this part, two octets for each end, zeros where nothing is cut; null where neither is. A letter is never among them. */
export function halvesOf({ alphabet, hex }: Part): Buffer | null {
  if (alphabet !== 'ucs2') return null
  const { before, after } = cutAt(Buffer.from(hex, 'hex'))
  return before || after ? Buffer.concat([before ?? none, after ?? none]) : null
}

/** Octets in UCS-2 without the half at an end where its other half is missing. */
export function withoutHalves(octets: Buffer, missing: { before: boolean; after: boolean }): Buffer {
  const { before, after } = cutAt(octets)
  return octets.subarray(missing.before && before ? unit : 0, octets.length - (missing.after && after ? unit : 0))
}

/**
 * A late part with the halves that the parts beside it had left: an emoji that was cut between them is whole in the later one.
 * @param beside what `halvesOf` gave of the part before and of the part after
 */
export function madeWhole(part: Part, beside: { before?: Buffer | null; after?: Buffer | null }): Part {
  if (part.alphabet !== 'ucs2') return part
  const octets = Buffer.from(part.hex, 'hex')
  const cut = cutAt(octets)
  const first = cut.before && beside.before ? beside.before.subarray(unit) : none
  const last = cut.after && beside.after ? beside.after.subarray(0, unit) : none
  const [isFirst, isLast] = [!first.equals(none), !last.equals(none)]
  const middle = withoutHalves(octets, { before: !isFirst, after: !isLast })
  const whole = Buffer.concat([...(isFirst ? [first] : []), middle, ...(isLast ? [last] : [])])
  return makePart(whole, part.alphabet, part.ref)
}

function cutAt(octets: Buffer): Halves {
  if (octets.length < unit || octets.length % unit === 1) return {}
  const [first, last] = [octets.subarray(0, unit), octets.subarray(-unit)]
  return {
    ...(isBetween(first, 0xdc00, 0xdfff) && { before: first }),
    ...(isBetween(last, 0xd800, 0xdbff) && { after: last }),
  }
}

function isBetween(octets: Buffer, low: number, high: number): boolean {
  const value = octets.readUInt16BE()
  return value >= low && value <= high
}
