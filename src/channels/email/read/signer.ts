import { skeleton } from '../../../accounts/skeleton.ts'
import { isGivenName } from '../../../secrecy/personal-data/given-names.ts'
import { isOrdinaryWord } from '../../../secrecy/personal-data/ordinary-words.ts'
import type { Mail } from './mail.ts'

/**
 * The words by which mail programs know whoever writes, as `skeleton` gives them. `called`: what stands before their address, short words
 * too; `words`: also those of the address itself.
 */
export type Signer = { called: ReadonlySet<string>; words: ReadonlySet<string> }

export const nobody: Signer = { called: new Set(), words: new Set() }

const longestName = 120

/** "Marta Bire" <marta.bire88@rumah.test>: marta, bire. */
export function signerOf({ name = '', from = '' }: Pick<Mail, 'name' | 'from'>): Signer {
  const called = name.includes('@') ? '' : name.slice(0, longestName)
  const lettersOf = (written: string, least: RegExp) => (written.match(least) ?? []).map(skeleton).filter(Boolean)
  return {
    called: new Set(lettersOf(called, /\p{L}{2,}/gu)),
    words: new Set(lettersOf(`${name.slice(0, longestName)} ${from}`.replace(/@\S*/g, ''), /\p{L}{3,}/gu)),
  }
}

/** Of whoever writes, and no word of every day. */
export function isOwnWord({ called, words }: Signer) {
  return (word: string) => {
    const bare = skeleton(word)
    return bare !== '' && (called.has(bare) || words.has(bare)) && (isGivenName(bare) || !isOrdinaryWord(bare))
  }
}

/** Of whoever writes, or a given name. */
export function isKnown(signer: Signer) {
  const isOwn = isOwnWord(signer)
  return (word: string) => isGivenName(skeleton(word)) || isOwn(word)
}

const titles =
  list(`bapak ibu bpk pak bu sdr sdri saudara saudari mas mbak mama papa om tante kak kakak bang h hj haji hajah ir drs dra dr drg prof
  apt ns romo pdt pendeta ustadz nn ny tn mr mrs ms s m a pd h hum si kom st sh se mm mt sp md amd ak kep ked ag sos ip ikom farm keb kes ba ma phd mba`)
const saying = list(
  'dari oleh saya kami nama lengkap namaku pelapor pengirim pemohon warga ttd tertanda an atas from by me aku',
)

/**
 * Whether these words are nothing but the name of whoever writes: in any order, whole or in part, with titles, degrees and initials. Of
 * their address alone two words are needed, for it may be made of a place.
 */
export function isOwnName(words: readonly string[], signer: Signer): boolean {
  const said = words.map((word) => word.toLowerCase().replace(/[’']/g, ''))
  const own = words.filter((word) => signer.called.has(skeleton(word)) || signer.words.has(skeleton(word)))
  if (own.length === 0) return isJoined(said, signer)
  const isTheirs = (word: string, at: number) =>
    own.includes(words[at] ?? '') || word.length === 1 || titles.has(word) || saying.has(word)
  if (!said.every(isTheirs)) return false
  const sure = own.filter(isOwnWord(signer))
  const isWhole =
    signer.called.size > 1 && [...signer.called].every((one) => own.some((word) => skeleton(word) === one))
  return (
    isWhole || sure.length > 1 || sure.some((word) => signer.called.has(skeleton(word)) || isGivenName(skeleton(word)))
  )
}

/** "MartaBire", "MB" */
function isJoined(said: readonly string[], { called }: Signer): boolean {
  if (called.size < 2) return false
  const joined = skeleton(said.join(''))
  const initials = [...called].map((word) => word[0]).join('')
  return joined === skeleton([...called].join('')) || (said.length <= 3 && said.join('') === initials)
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
