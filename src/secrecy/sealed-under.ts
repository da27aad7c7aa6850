import { type KeyPair, open, seal } from '../platform/seal.ts'
import { asBytes, isSealed, type Keeper, KeyDestroyed } from '../report/keeper.ts'
import { epochOf } from './keys/make-keeper.ts'

/**
 * Whose key goes with it: that of who filed a report; of a message that came in and is no report yet, its own; of an account on duty one
 * that no erasure destroys.
 */
export type Under = { report: string } | { arrival: string } | { account: string }

type Sealing = { sealTo: Uint8Array; keeper: Keeper }
type Opening = KeyPair & { keeper: Keeper }

/**
 * An address, a number, what somebody wrote: sealed under a key that is destroyed with the report, and that for the worker, so that the
 * web process cannot open it again. Whose key it is stands inside.
 * @throws KeyDestroyed
 */
export function sealUnder({ sealTo, keeper }: Sealing, under: Under, text: string): Buffer {
  return seal(sealTo, keptUnder(keeper, under, text))
}

/** '' once the key was destroyed. What was sealed for the worker alone, before this was so, opens too. */
export function openUnder(pair: Opening, sealed: Uint8Array): string {
  const inner = open(pair, sealed)
  return isSealed(inner) ? openKeptUnder(pair.keeper, inner) : inner
}

/** '' once the key was destroyed. */
export function openKeptUnder(keeper: Keeper, inner: string): string {
  const { kept, id } = parts(inner)
  return keeper.open(id, kept)
}

/** The same under the newest keys; '' once its key was destroyed. */
export function keptAnew(keeper: Keeper, inner: string): string {
  const text = openKeptUnder(keeper, inner)
  return text && keptUnder(keeper, parts(inner).under, text)
}

/** The epoch of the key inside; undefined where there is none. */
export function epochUnder(pair: KeyPair, sealed: Uint8Array): number | undefined {
  const inner = open(pair, sealed)
  return isSealed(inner) ? epochOf(asBytes(inner)) : undefined
}

/**
 * The same under the newest keys, `under` given where it has to be under one and is not; undefined where nothing is to be done, as where
 * its key was destroyed.
 */
export function sealedAnew(pair: Opening, newest: number, sealed: Uint8Array, under?: Under): Buffer | undefined {
  const inner = open(pair, sealed)
  if (isSealed(inner) && epochOf(asBytes(inner)) === newest) return undefined
  const whose = isSealed(inner) ? parts(inner).under : under
  const text = whose && openUnder(pair, sealed)
  if (!whose || !text) return undefined
  try {
    return sealUnder({ sealTo: pair.publicKey, keeper: pair.keeper }, whose, text)
  } catch (error) {
    if (error instanceof KeyDestroyed) return undefined
    throw error
  }
}

/** The inner half alone, for what the web process shows (a demonstration's previews). */
export function keptUnder(keeper: Keeper, under: Under, text: string): string {
  if ('report' in under) return `${keeper.sealIdentity(under.report, text)} ${under.report} report`
  if ('account' in under) return `${keeper.sealIdentity(under.account, text)} ${under.account} account`
  return `${keeper.sealWords(under.arrival, text)} ${under.arrival} arrival`
}

function parts(inner: string): { kept: string; id: string; under: Under } {
  const [kept = '', id = '', whose] = inner.split(' ')
  return {
    kept,
    id,
    under: whose === 'report' ? { report: id } : whose === 'account' ? { account: id } : { arrival: id },
  }
}
