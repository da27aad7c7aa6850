import { createHmac, randomBytes } from 'node:crypto'
import { keyedHash } from '../platform/keyed-hash.ts'
import { normaliseEmail, normalisePhone } from './contact.ts'
import { addressesIn, digitsIn, drawnLetters, seen, spelledOut } from './read-through.ts'
import { type Spoken, spokenIn } from './called-by-name.ts'
import type { AtDoor } from './at-door.ts'
import { isTitle } from './forms-of-address.ts'
import { gluedNamesIn, isDrawn, namesIn } from './said-names.ts'
import { skeleton, wordsIn } from './skeleton.ts'

/**
 * By which a person is recognised in an officer's words without being stored readable: keyed hashes of 64 bits, as decimal
 * text. Each of `names` and `contacts` tells the person alone; `pieces` of the whole name tell only together, however far
 * apart its letters are set.
 */
export type Fingerprints = { salt: Buffer; names: string[]; contacts: string[]; pieces: string[] }

/** Columns of whoever has fingerprints, an account or a filing. */
export function printColumns({ salt, names, contacts, pieces }: Fingerprints) {
  return { print_salt: salt, name_prints: names, contact_prints: contacts, name_pieces: pieces }
}

/** An account of X: its number, by which it is written to, its name there, without @, and the post that became the report. */
export type OnX = { id: string; handle?: string; post?: string }

/** `at`: of any other door, whose account there filed. */
export type Named = { name?: string; phone?: string; email?: string; x?: OnX; at?: AtDoor }

const fewestLetters = 3
/** Of a part of a name that is found only where somebody is called so (Bu Li), and of two that are found together (Yo Li). */
const fewestCalled = 2
const fewestOfMailbox = 5
const pieceLength = 6
const tailLength = 8
/** Lists are filled up with random numbers to this many, so that their length says nothing of a name. */
const namesAtLeast = 8
const contactsAtLeast = 4

/**
 * @param secret behind blind indexes, at least 32 bytes, kept outside the database
 * @param known what is known of one person, from more than one place; the pieces are those of the first whole name that has any
 */
export function fingerprintsOf(secret: Uint8Array, ...known: Named[]): Fingerprints {
  const salt = randomBytes(16)
  const print = printer(secret, salt)
  const traits = known.map(traitsOf)
  return {
    salt,
    names: filledUp(distinct(traits.flatMap(({ names }) => names)).map(print('name')), namesAtLeast),
    contacts: filledUp(
      [
        ...distinct(traits.flatMap(({ number }) => number ?? [])).map(print('number')),
        ...distinct(traits.flatMap(({ address }) => address ?? [])).map(print('email')),
      ],
      contactsAtLeast,
    ),
    pieces: (traits.map(({ pieces }) => pieces).find((pieces) => pieces.length > 0) ?? []).map(print('piece')),
  }
}

function traitsOf({ name = '', phone, email, x }: Named) {
  const parts = wordsIn(name).filter((part) => !isTitle(skeleton(part)))
  const whole = skeleton(parts.join(''))
  const address = (email && normaliseEmail(email)) || undefined
  const box = address ? mailbox(address) : ''
  const handle = skeleton(x?.handle ?? '')
  const boxes = [box, handle].filter((known) => known.length >= fewestOfMailbox)
  const names = [...parts.map(skeleton), whole, ...boxes].filter((part) => part.length >= fewestCalled)
  const number = (phone && normalisePhone(phone)?.slice(-tailLength)) || undefined
  return { names, number, address, pieces: piecesOf(whole) }
}

/** What a text would have to share with the fingerprints of one person to name them; see `Fingerprints`. */
export type TextPrints = Pick<Fingerprints, 'names' | 'contacts' | 'pieces'>

/**
 * What says nobody in a text. `isOrdinary`: words that say nothing by themselves (by skeleton), so that a name that is one is found only
 * beside the rest of it; `isEveryday`: the same as they are written, for another word that sounds so may be a name; `withoutPlaces`: the
 * text without what only bears a person's name.
 */
export type SaysNobody = {
  isOrdinary: (skeleton: string) => boolean
  isEveryday: (written: string) => boolean
  withoutPlaces: (text: string) => string
}

/** The prints of a text under one person's salt. */
export function printsOfText(secret: Uint8Array, salt: Uint8Array, text: string, saysNobody: SaysNobody): TextPrints {
  const print = printer(secret, salt)
  const said = drawnLetters(spelledOut(saysNobody.withoutPlaces(seen(text).normalize('NFKC'))))
  // A stroke is a letter, or stands between two parts of a word.
  const joined = said.replace(/(?<=\p{L})\|(?=\p{L})/gu, '')
  const names = [said, ...(joined === said ? [] : [joined])].flatMap((read) => runsOf(read, saysNobody))
  return {
    names: distinct(names).map(print('name')),
    contacts: [
      ...distinct(digitsIn(seen(text)).flatMap((run) => windows(run, tailLength))).map(print('number')),
      ...distinct(addressesIn(seen(text))).map(print('email')),
    ],
    pieces: distinct([text, text.replace(/[1!|]/g, 'l')].flatMap((said) => windows(skeleton(said), pieceLength))).map(
      print('piece'),
    ),
  }
}

/**
 * Each word and each two to four neighbours written together ("Bu di"), in every reading of their signs and without what hangs on them;
 * of a long word also two names that it may be made of. Ordinary ones only where somebody is called so ("Ibu Bunga", "Terima kasih, Bunga").
 */
function runsOf(text: string, { isOrdinary, isEveryday }: SaysNobody): string[] {
  const runs = new Set<string>()
  const isNobody = (written: string) => isEveryday(written) || isOrdinary(skeleton(written))
  const words = spokenIn(text, isNobody)
  for (const [start, { word, called }] of words.entries()) {
    const isCalled = called !== undefined || (isDrawn(word) && isOrdinary(skeleton(word)))
    for (let length = 1; length <= Math.min(4, words.length - start); length++) {
      const written = length === 1 ? word : togetherOf(words.slice(start, start + length))
      const fewest = length === 1 ? (called ? fewestCalled : fewestLetters) : fewestLetters + 2
      if (isNobody(written) && !isCalled) continue
      for (const { bare, titled } of namesIn(written))
        if (bare.length >= fewest && (isCalled || titled || !isOrdinary(bare))) runs.add(bare)
    }
    if (!isNobody(word)) for (const bare of gluedNamesIn(word)) if (!isOrdinary(bare)) runs.add(bare)
    for (const bare of shortNamesIn(words.slice(start, start + 2), isNobody)) runs.add(bare)
  }
  return [...runs]
}

function togetherOf(words: readonly Spoken[]): string {
  return words.map(({ word }) => word).join('')
}

/** "Yo Li", "Li, Na": two short words that are no words of ours, in either order. */
function shortNamesIn(pair: readonly Spoken[], isNobody: (written: string) => boolean): string[] {
  const [one, other] = pair
  if (!one || !other || one.word.length + other.word.length > 2 * fewestLetters) return []
  if (pair.some(({ word }) => word.length < fewestCalled || isNobody(word))) return []
  const both = [one.word + other.word, other.word + one.word].map(skeleton)
  return both.filter(({ length }) => length > fewestLetters && length < fewestLetters + 2)
}

/** What stands before the @, as letters: often the name itself. */
function mailbox(address: string): string {
  return skeleton(address.slice(0, address.indexOf('@')))
}

/** First, middle and last letters of a whole name; none of a short one. */
function piecesOf(whole: string): string[] {
  const room = whole.length - pieceLength
  if (room < 0) return []
  return [0, Math.floor(room / 2), room].map((start) => whole.slice(start, start + pieceLength))
}

function windows(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) => text.slice(start, start + length))
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)]
}

function printer(secret: Uint8Array, salt: Uint8Array) {
  if (secret.length < 32) throw new Error('The secret behind fingerprints must have at least 32 bytes')
  const key = createHmac('sha256', secret).update('lapor fingerprint 1 ').update(salt).digest()
  return (kind: 'name' | 'number' | 'email' | 'piece') => (said: string) =>
    keyedHash(key, `${kind} ${said}`).readBigInt64BE().toString()
}

function filledUp(prints: string[], atLeast: number): string[] {
  const missing = Math.max(0, atLeast - prints.length)
  const filling = randomBytes(8 * missing)
  const numbers = Array.from({ length: missing }, (_, at) => filling.readBigInt64BE(8 * at).toString())
  return [...prints, ...numbers].sort()
}
