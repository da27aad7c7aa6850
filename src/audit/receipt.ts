import { z } from 'zod'
import { branchSpan, depth, type ChainEnd, leafText, nodeHash, pathInBranch, aboveBranches, sha256 } from './tree.ts'
import { headText, isSigned, publicKeyPem, readHeadText, readPublicKeyPem, type Head, type SignedHead } from './head.ts'

const hex = z.string().regex(/^[\da-f]{64}$/)

/** What a reporter keeps: all that is needed to check, without us, that their report is in a published head. */
export const receiptSchema = z
  .object({
    format: z.literal('LAPOR! receipt 1'),
    leaf: z.string().describe('`leaf <salt> <tracking ID> <number of events> <hash of the last event>`'),
    sides: z
      .string()
      .regex(/^[01]{32}$/)
      .describe('From the leaf up: 0 when our side is left, 1 when it is right.'),
    path: z.array(hex).length(32).describe('From the leaf up: the hash of the other side.'),
    head: z.string().describe('What was signed, byte for byte.'),
    signature: z.string().describe('Ed25519, base64.'),
    publicKey: z.string().describe('PEM.'),
  })
  .meta({ id: 'Receipt' })

export type Receipt = z.infer<typeof receiptSchema>

/** The leaves of one branch and the branches of the tree, as the head saw them. */
export type Near = {
  place: number
  dayKey: string
  branches: string[]
  leaves: (ChainEnd & { place: number })[]
}

/** @throws when the place is not among the leaves */
export function makeReceipt({ place, dayKey, branches, leaves }: Near, head: SignedHead): Receipt {
  const mine = leaves.find((leaf) => leaf.place === place)
  if (!mine) throw new Error('a receipt for a report that the head does not cover')
  const hashed = leaves.map((leaf) => ({ place: leaf.place, hash: sha256(leafText(dayKey, leaf)) }))
  const above = aboveBranches(branches, Math.floor(place / branchSpan))
  return {
    format: 'LAPOR! receipt 1',
    leaf: leafText(dayKey, mine),
    sides: [...place.toString(2).padStart(depth, '0')].reverse().join(''),
    path: [...pathInBranch(dayKey, hashed, place), ...above.path],
    head: headText(head),
    signature: head.signature.toString('base64'),
    publicKey: publicKeyPem(head.publicKey),
  }
}

export type Checked =
  | { good: true; trackingId: string; events: number; head: Head; publicKey: Buffer }
  | { good: false; wrong: 'not_a_receipt' | 'not_in_head' | 'not_signed' | 'other_key' }

/** Checks a receipt by itself. @param trusted the public key that must have signed, when it is known from elsewhere */
export function checkReceipt(receipt: Receipt, trusted?: Uint8Array): Checked {
  const head = readHeadText(receipt.head)
  const publicKey = readPublicKeyPem(receipt.publicKey)
  const [, trackingId, events] = /^leaf [\da-f]{64} ([\dA-Z]{9}) (\d{6,}) [\da-f]{64}$/.exec(receipt.leaf) ?? []
  if (!head || !publicKey || !trackingId) return { good: false, wrong: 'not_a_receipt' }
  if (rootFrom(receipt) !== head.root) return { good: false, wrong: 'not_in_head' }
  if (!isSigned(head, Buffer.from(receipt.signature, 'base64'), publicKey)) return { good: false, wrong: 'not_signed' }
  if (trusted && !publicKey.equals(trusted)) return { good: false, wrong: 'other_key' }
  return { good: true, trackingId, events: Number(events), head, publicKey }
}

/** The root that the leaf and its path lead to. */
function rootFrom({ leaf, sides, path }: Receipt): string {
  return path.reduce(
    (below, beside, level) => (sides[level] === '0' ? nodeHash(below, beside) : nodeHash(beside, below)),
    sha256(leaf),
  )
}
