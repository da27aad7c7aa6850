import { hash, randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import { asBytes, asWords, type Keeper, KeyDestroyed } from '../../report/keeper.ts'
import type { KeyRing } from './key-ring.ts'

await sodium.ready

/** First byte of what is sealed: what it is, and with it the version of how. Then two bytes of epoch, nonce, box. */
const kinds = { words: 1, identity: 2, event: 3, picture: 4 } as const
type Kind = keyof typeof kinds

const headBytes = 3
const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
const saltBytes = 16

const linkLabel = Buffer.from('lapor link 1 ')

/** Words are padded to a multiple of this many bytes, so that a box tells little of how long they are. */
const blockBytes = 64

/**
 * XChaCha20-Poly1305 (libsodium) under the thing's own key of the newest epoch.
 * @param indexSecret read when it is asked for
 */
export function makeKeeper(ring: KeyRing, indexSecret?: () => Uint8Array | undefined): Keeper {
  const seal = (kind: Kind, id: string, bytes: Uint8Array): Buffer => {
    const epoch = ring.newest()
    const key = ring.key(epoch, leafOf(kind, id))
    if (!key) throw new KeyDestroyed('What was erased takes no new words')
    const head = Buffer.from([kinds[kind], epoch >> 8, epoch & 0xff])
    const nonce = randomBytes(nonceBytes)
    const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes, head, null, nonce, key)
    return Buffer.concat([head, nonce, box])
  }
  const open = (id: string, sealed: Uint8Array): Opened | null => {
    const kind = kindOf(sealed[0])
    const key = ring.key(epochOf(sealed), leafOf(kind, id))
    if (!key) return null
    const [head, nonce] = [sealed.subarray(0, headBytes), sealed.subarray(headBytes, headBytes + nonceBytes)]
    const box = sealed.subarray(headBytes + nonceBytes)
    const bytes = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, head, nonce, key)
    return { kind, bytes: kind === 'picture' ? bytes : sodium.unpad(bytes, blockBytes) }
  }
  const padded = (...parts: Uint8Array[]) => sodium.pad(Buffer.concat(parts), blockBytes)
  return {
    sealWords: (reportId, words) => asWords(seal('words', reportId, padded(Buffer.from(words)))),
    sealIdentity: (reportId, words) => asWords(seal('identity', reportId, padded(Buffer.from(words)))),
    sealEvent: (reportId, words, salt = randomBytes(saltBytes)) => ({
      text: asWords(seal('event', reportId, padded(salt, Buffer.from(words)))),
      words_hash: hash('sha256', Buffer.concat([salt, Buffer.from(words)])),
    }),
    openEvent(reportId, kept) {
      const opened = open(reportId, asBytes(kept))
      if (!opened) return null
      const bytes = Buffer.from(opened.bytes)
      return { words: bytes.subarray(saltBytes).toString(), salt: bytes.subarray(0, saltBytes) }
    },
    open(reportId, kept) {
      const opened = open(reportId, asBytes(kept))
      if (!opened) return ''
      return Buffer.from(opened.kind === 'event' ? opened.bytes.subarray(saltBytes) : opened.bytes).toString()
    },
    sealPicture: (pictureId, bytes) => seal('picture', pictureId, bytes),
    openPicture(pictureId, kept) {
      const opened = open(pictureId, kept)
      return opened && Buffer.from(opened.bytes)
    },
    links(accountId, n) {
      const of = (epoch: number) => {
        const key = ring.key(epoch, leaves.own(accountId, n))
        return key && hash('sha256', Buffer.concat([linkLabel, key]), 'buffer')
      }
      const newest = ring.newest()
      const all = ring.epochs().map((epoch) => ({ epoch, link: of(epoch) }))
      const isWhole = all.every(({ link }) => link)
      return {
        newest: isWhole ? all.find(({ epoch }) => epoch === newest)?.link : undefined,
        all: all.flatMap(({ link }) => link ?? []),
      }
    },
    get indexSecret() {
      return indexSecret?.()
    },
  }
}

type Opened = { kind: Kind; bytes: Uint8Array }

/** What of a report can be destroyed apart from the rest: who filed it, its words, each picture, how its account leads to it. */
export const leaves = {
  identity: (reportId: string) => `identity ${reportId}`,
  words: (reportId: string) => `words ${reportId}`,
  picture: (pictureId: string) => `picture ${pictureId}`,
  own: (accountId: string, n: number) => `own report ${accountId} ${n}`,
}

function leafOf(kind: Kind, id: string): string {
  return leaves[kind === 'event' ? 'words' : kind](id)
}

/** How sealed words of this kind and epoch begin in the database: five letters. */
export function startOfSealed(kind: Exclude<Kind, 'picture'>, epoch: number): string {
  return asWords(Buffer.from([kinds[kind], epoch >> 8, epoch & 0xff]))
}

/** The epoch under which something was sealed. */
export function epochOf(sealed: Uint8Array): number {
  return ((sealed[1] ?? 0) << 8) | (sealed[2] ?? 0)
}

function kindOf(byte: number | undefined): Kind {
  const found = (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind] === byte)
  if (!found) throw new Error('This is nothing that we sealed')
  return found
}
