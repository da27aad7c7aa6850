import { skeleton } from '../../../accounts/skeleton.ts'
import { isGivenName } from '../../../secrecy/personal-data/given-names.ts'
import { isDuty, isOrdinaryWord } from '../../../secrecy/personal-data/ordinary-words.ts'
import { saysAgainst } from '../../sms/understand/only-praises.ts'
import { readWords } from '../../sms/understand/read-words.ts'
import { address, answering, wishing } from '../../sms/understand/words.ts'
import type { Mail } from './mail.ts'

/** The words by which mail programs know whoever writes, as `skeleton` gives them. */
export type Signer = ReadonlySet<string>

/** "Marta Bire" <marta.bire88@rumah.test>: marta, bire. */
export function signerOf({ name = '', from = '' }: Pick<Mail, 'name' | 'from'>): Signer {
  const written = `${name.slice(0, longestLine)} ${from.replace(/@.*$/, '')}`
  return new Set((written.match(/\p{L}{3,}/gu) ?? []).map(skeleton))
}

const mostCardLines = 6
const mostLinesBelow = 16
const longestLine = 120
const longestName = 60

const name = /^\p{Lu}[\p{L}.'’-]*(?:,?\s+\p{Lu}[\p{L}.'’-]*){0,5}$/u
const phone = String.raw`(?:\+?62|0)[\d\s().-]{7,16}`
const labels = String.raw`(?:(?:hp|no|nomor|telp|tel|tlp|telepon|wa|whatsapp|phone|mobile|e-?mail|surel)\b[\s.:/]*){0,3}`
const contact = new RegExp(
  String.raw`^${labels}(?:${phone}|[^\s@]{1,64}@[^\s@]{1,120}|\[[^\]]{1,40}\])$|^nik[\s.:]*\d{16}$`,
  'i',
)
const nameAndPhone = new RegExp(String.raw`^(.{2,60}?)[\s,:/(–-]+${labels}${phone}$`, 'i')
const labelled = /^(?:(nama)(?: lengkap)?|alamat|pekerjaan|jabatan|umur|usia)\s*[:.]\s*/i
/** Of addresses and callings: they may stand in small letters. */
const ofCards = new Set(
  `rt rw kel kelurahan kec kecamatan desa dusun kab kabupaten kota jl jln jalan gang gg kampung prov provinsi perum perumahan
  komplek kompleks blok pt cv ud warga dinas ketua guru pelapor mahasiswa pegawai staf pensiunan`.split(/\s+/),
)
const between = new Set(['no', 'nomor', 'dan'])
/** Where something is rather than where somebody lives; or that there is more. */
const standing = new Set(
  'seberang antara sekitar arah menuju perempatan pertigaan simpang juga sekalian sisa sebagian separuh'.split(' '),
)

/** Whoever writes so is about to name somebody else. */
const names =
  /(?:[:,]|\b(?:adalah|yaitu|yakni|bernama|namanya|nama|pelaku|pelakunya|oknum|oknumnya|penipu|penipunya|orangnya|nomor|nomornya|kontak|kontaknya|ini|berikut))$/i

/**
 * Where the card ends that begins here: somebody's name, and below it what they are, where they live and how they are reached. A line
 * that says what happened, where, or what is wished for belongs to none.
 * @param isMarked a program says that somebody's signature begins here: the first line may be any name
 */
export function cardEnd(lines: readonly string[], from: number, signer: Signer, isMarked = false): number {
  let end = from
  let isNamed = false
  for (let at = from; at < Math.min(lines.length, from + mostLinesBelow); at += 1) {
    const line = (lines[at] ?? '').trim()
    if (!line) continue
    const isTheirs: boolean = isName(line, signer) || (isMarked && !isNamed && mayBeName(capitalised(line), signer))
    if (!isTheirs && !isContact(line) && !(isNamed && isAddress(line, signer))) break
    isNamed ||= isTheirs
    end = at + 1
  }
  return end
}

/** Without a name over a telephone number at the end, as people sign who write no salutation. Whom the words above announce is not whoever signs. */
export function withoutCard(lines: readonly string[], signer: Signer): readonly string[] {
  const written = lines.map((line) => line.trim())
  const last = written.findLastIndex(Boolean)
  const from = Math.max(1, last - mostCardLines)
  const at = written.findIndex(
    (_, index) => index >= from && index <= last && isCard(written.slice(index, last + 1), signer),
  )
  if (at < 0) return lines
  const above = written.slice(0, at).findLast(Boolean)
  const isApart = written[at - 1] === '' || /[.!?]$/.test(above ?? '')
  return above && isApart && !names.test(above) ? lines.slice(0, at) : lines
}

function isCard(lines: readonly string[], signer: Signer): boolean {
  const [first = '', ...more] = lines
  if (!more.some(Boolean)) return nameAndPhone.test(first) && isName(first, signer)
  return mayBeName(first, signer) && more.some(isContact) && isRestOfCard(more, signer)
}

function isRestOfCard(lines: readonly string[], signer: Signer): boolean {
  return lines.every((line) => line === '' || isContact(line) || isName(line, signer) || isAddress(line, signer))
}

function isContact(line: string): boolean {
  return line.length <= longestLine && contact.test(line)
}

/** "Marta Bire, S.Pd", "Nama: Marta", "Marta (0812-…)": one that is known, or two words that are nothing else. */
function isName(line: string, signer: Signer): boolean {
  if (line.length > longestLine) return false
  const label = labelled.exec(line)
  if (label && !label[1]) return false
  const bare = nameAndPhone.exec(line.replace(/\)$/, ''))?.[1] ?? line.slice(label?.[0].length ?? 0)
  const isSure = bare !== line || wordsOf(bare).length > 1
  return mayBeName(bare, signer) && (isSure || wordsOf(bare).some(isKnown(signer)))
}

/** Capitals prove nothing where everything is written in them. */
function mayBeName(line: string, signer: Signer): boolean {
  if (line.length > longestName || !name.test(line) || tells(line, signer)) return false
  const words = wordsOf(line)
  const isOther = (bare: string) =>
    ofCards.has(bare) || between.has(bare) || (isOrdinaryWord(bare) && !address.has(bare) && !isDuty(bare))
  if (words.some((word) => isOther(skeleton(word)) && !isKnown(signer)(word))) return false
  return words.some(isKnown(signer)) || (/\p{Ll}/u.test(line) && !words.every((word) => isOrdinaryWord(skeleton(word))))
}

/** "Warga RT 03 RW 05 Kelurahan Oesapa", "Guru SD Inpres Oesapa", "Alamat: Jl. Nangka 7": of whoever is named above. */
function isAddress(line: string, signer: Signer): boolean {
  if (line.length > longestLine) return false
  const bare = line.replace(labelled, '')
  if (mayBeName(bare, signer)) return true
  const words = wordsOf(bare)
  const isShouted = !/\p{Ll}/u.test(bare)
  const isPart = (word: string) =>
    /^\d/.test(word) ||
    ofCards.has(word.toLowerCase()) ||
    between.has(word.toLowerCase()) ||
    (/^\p{Lu}/u.test(word) && !(isShouted && isOrdinaryWord(skeleton(word))))
  return !tells(bare, signer) && words.every(isPart) && words.some((word) => ofCards.has(word.toLowerCase()))
}

/** A trouble, a verdict, a command, a wish, or where something is. */
export function tells(line: string, signer: Signer): boolean {
  const words = readWords(line).filter(({ typed }) => !isKnown(signer)(typed))
  return (
    saysAgainst(words) ||
    words.some(
      ({ word, means }) => (means && word.length > 1) || [answering, wishing, standing].some((set) => set.has(word)),
    )
  )
}

function isKnown(signer: Signer) {
  return (word: string) => {
    const bare = skeleton(word)
    return isGivenName(bare) || (signer.has(bare) && !isOrdinaryWord(bare))
  }
}

function capitalised(line: string): string {
  return line.replace(/(?<![\p{L}'’-])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function wordsOf(line: string): string[] {
  return line.split(/[^\p{L}\p{N}\p{M}'’-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
