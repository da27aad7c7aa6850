import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'

/** Every word planted begins like this; letters only, so that no check takes it for a phone or a plate. */
const mark = 'kqzwv'
const vowels = 'aeiou'
const syllables = 5
const phoneMark = '8125550'
/** 100 m in degrees of latitude; at the equator also of longitude. */
const hundredMetres = 0.0009

export type Colour = readonly [number, number, number]

/** What one field of one report holds, and nothing else on earth. */
export type Canary =
  | { kind: 'word'; report: string; field: string; value: string }
  | { kind: 'phone'; report: string; field: string; value: string }
  | { kind: 'point'; report: string; field: string; value: { lat: number; lon: number } }
  | { kind: 'pixels'; report: string; field: string; value: Colour }

/**
 * A word of fifteen small letters, always the same for the same report and field. Every other letter after the mark is a vowel:
 * numbers of reports have none, so that no piece of it is taken for one.
 */
export function canaryWord(report: string, field: string): string {
  const bytes = createHash('sha256').update(`${report} ${field}`).digest()
  const syllable = (at: number) => `${vowels[bytes.readUInt8(at) % vowels.length]}${letter(bytes.readUInt8(at + 1))}`
  return mark + Array.from({ length: syllables }, (_, at) => syllable(2 * at)).join('')
}

function letter(byte: number): string {
  return String.fromCharCode(97 + (byte % 26))
}

/** A mobile number in the form that people write: 0812… */
export function canaryPhone(at: number): string {
  return `0${phoneMark}${String(at).padStart(4, '0')}`
}

const latin = (bytes: Buffer) => bytes.toString('latin1')

/** The encodings in which a word may hide, as text in Latin 1. Base64 in its three phases, without the letters that neighbours change. */
export function formsOf(word: string): string[] {
  const base64 = [0, 1, 2].map((phase) => {
    const text = Buffer.from(' '.repeat(phase) + word)
      .toString('base64')
      .replace(/=+$/, '')
    const whole = text.slice(phase === 0 ? 0 : phase + 1)
    return (phase + word.length) % 3 === 0 ? whole : whole.slice(0, -1)
  })
  const wide = Buffer.from(word, 'utf16le')
  const narrow = Buffer.from(wide).swap16()
  const hex = Buffer.from(word).toString('hex')
  const percent = hex.replace(/../g, '%$&')
  const escaped = [...word].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('')
  const spelled = [...word].map((letter) => `&#${letter.charCodeAt(0)};`).join('')
  return [
    word,
    word.toUpperCase(),
    ...base64,
    latin(wide),
    latin(narrow),
    hex,
    hex.toUpperCase(),
    percent,
    escaped,
    spelled,
  ]
}

/** Digests by which somebody who guesses a word could make sure: plain, without salt. */
export function digestsOf(value: string): string[] {
  return ['sha256', 'md5', 'sha1'].flatMap((name) => {
    const digest = createHash(name).update(value).digest()
    return [digest.toString('hex'), digest.toString('base64').replace(/=+$/, ''), latin(digest)]
  })
}

/** What of all of them is in these bytes or words. Gzip is unpacked, and a JPEG's pixels are looked at. */
export type Find = (what: Buffer | string) => Promise<readonly Canary[]>

/** Looks for all of them; what it has seen before, it remembers. */
export function makeFinder(canaries: readonly Canary[]): Find {
  const known = new Map<string, readonly Canary[]>()
  const words = canaries.filter((canary) => canary.kind === 'word')
  const phones = canaries.filter((canary) => canary.kind === 'phone')
  const points = canaries.filter((canary) => canary.kind === 'point')
  const pixels = canaries.filter((canary) => canary.kind === 'pixels')
  const named = new Map(words.map((canary) => [canary.value, canary]))
  const hints = formsOf(mark).filter((form) => form !== mark)
  const anyForm = new RegExp(hints.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'))
  const digests = new Map<string, Canary>()
  for (const canary of [...words, ...phones]) {
    const spellings = canary.kind === 'phone' ? spellingsOf(canary.value) : [canary.value]
    for (const spelling of spellings) for (const digest of digestsOf(spelling)) digests.set(digest, canary)
  }
  function readText(text: string, found: Set<Canary>) {
    for (const [word] of text.matchAll(/kqzwv[a-z]{10}/g)) {
      const canary = named.get(word)
      if (canary) found.add(canary)
    }
    if (anyForm.test(text))
      for (const canary of words) if (formsOf(canary.value).some((form) => text.includes(form))) found.add(canary)
    for (const digest of possibleDigests(text)) {
      const canary = digests.get(digest)
      if (canary) found.add(canary)
    }
    readPhones(text, found)
    readPoints(text, found)
  }

  function readPhones(text: string, found: Set<Canary>) {
    for (const [number] of text.matchAll(/8[\s().-]{0,2}1[\s().-]{0,2}2[\s().-]{0,2}5[\s().\d-]{7,14}/g)) {
      const digits = number.replace(/\D/g, '')
      for (const canary of phones) if (digits.startsWith(canary.value.slice(1))) found.add(canary)
    }
    const coded = formsOf(phoneMark).filter((form) => form !== phoneMark && text.includes(form))
    if (coded.length > 0)
      for (const canary of phones)
        if (formsOf(canary.value.slice(1)).some((form) => text.includes(form))) found.add(canary)
  }

  function readPoints(text: string, found: Set<Canary>) {
    const numbers = [...text.matchAll(/-?\d{1,3}\.\d{3,}/g)].map(([number]) => Number(number))
    for (const [at, number] of numbers.entries()) {
      const beside = numbers[at + 1]
      const isPair = (lat: number, lon: number | undefined, { value }: (typeof points)[number]) =>
        lon !== undefined && Math.abs(lat - value.lat) < hundredMetres && Math.abs(lon - value.lon) < hundredMetres
      for (const canary of points)
        if (isPair(number, beside, canary) || (beside !== undefined && isPair(beside, number, canary)))
          found.add(canary)
    }
  }

  return async (what) => {
    const bytes = typeof what === 'string' ? Buffer.from(what) : what
    const name = createHash('sha1').update(bytes).digest('base64')
    const before = known.get(name)
    if (before) return before
    const found = new Set<Canary>()
    readText(latin(bytes), found)
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) readText(latin(gunzipSync(bytes)), found)
    if (bytes[0] === 0xff && bytes[1] === 0xd8) {
      const colour = await averageColour(bytes)
      for (const canary of pixels) if (isLike(canary.value, colour)) found.add(canary)
    }
    known.set(name, [...found])
    return [...found]
  }
}

/** Where each canary was met first, by `report field`. */
export type Lookout = { seen: ReadonlyMap<string, string>; look(what: Buffer | string, place: string): Promise<void> }

export function makeLookout(find: Find): Lookout {
  const seen = new Map<string, string>()
  return {
    seen,
    async look(what, place) {
      for (const { report, field } of await find(what)) {
        const name = `${report} ${field}`
        if (!seen.has(name)) seen.set(name, place)
      }
    },
  }
}

/** What may be a digest: bytes as they are, and both ends of every run of hexadecimal or of Base64. */
function possibleDigests(text: string): string[] {
  const ends = (run: string, lengths: readonly number[]) =>
    lengths.flatMap((length) => [run.slice(0, length), run.slice(-length)])
  const hex = [...text.matchAll(/[0-9a-f]{32,}/g)].flatMap(([run]) => ends(run, [64, 40, 32]))
  const base64 = [...text.matchAll(/[A-Za-z0-9+/]{22,}/g)].flatMap(([run]) => ends(run, [43, 27, 22]))
  return [...(text.length <= 32 ? [text] : []), ...hex, ...base64]
}

function spellingsOf(phone: string): string[] {
  const core = phone.slice(1)
  return [phone, `+62${core}`, `62${core}`, core]
}

async function averageColour(jpeg: Buffer): Promise<Colour> {
  const { channels } = await sharp(jpeg).stats()
  return [channels[0]?.mean ?? 0, channels[1]?.mean ?? 0, channels[2]?.mean ?? 0]
}

function isLike(one: Colour, other: Colour): boolean {
  return one.every((part, at) => Math.abs(part - (other[at] ?? 0)) < 5)
}
