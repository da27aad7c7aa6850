import { skeleton } from '../../../accounts/skeleton.ts'
import { isDuty, isOrdinaryWord } from '../../../secrecy/personal-data/ordinary-words.ts'
import { saysAgainst } from '../../sms/understand/only-praises.ts'
import { readWords } from '../../sms/understand/read-words.ts'
import { address, answering, wishing } from '../../sms/understand/words.ts'
import { bareLine, wordsOf } from './bare-line.ts'
import { isKnown, isOwnName, isOwnWord, type Signer } from './signer.ts'

const mostCardLines = 6
const mostLinesBelow = 16
const longestLine = 120
const longestName = 60

const name = /^\p{Lu}[\p{L}.'’-]*(?:,?\s+\p{Lu}[\p{L}.'’-]*){0,5}$/u
const phone = String.raw`\(?(?:\+?62|0)[\d\s().-]{7,16}`
const labels = String.raw`(?:(?:hp|no|nomor|nomer|telp|tel|tlp|telepon|wa|whatsapp|phone|mobile|cell|fax|faks|e-?mail|surel|kontak|contact|hubungi|hub|saya|web|website|situs|ig|instagram|fb|facebook|[mtpef](?=\s?[:.]))\b[\s.:/]*){0,5}`
const contact = new RegExp(
  String.raw`^${labels}(?:${phone}|<?[^\s@]{1,64}@[^\s@]{1,120}|\[[^\]]{1,40}\])$|^nik[\s.:]*\d{16}$`,
  'i',
)
/** A page of their own, not one of a map. */
const site =
  /^(?:(?:web|website|situs|ig|instagram|fb|facebook|x|twitter)[\s.:]+\S{3,60}|(?:https?:\/\/)?www\.[\w.-]{3,60}\/?)$/i
const nameAndPhone = new RegExp(String.raw`^(.{2,60}?)[\s,:/(–-]+${labels}${phone}$`, 'i')
const onlyLabels = new RegExp(`^${labels}$`, 'i')
/** As people are called, and call themselves. */
const titled = /^(?:mama|papa|ibu|bapak|pak|bu|om|tante|kak|kakak|mas|mbak|bang|opa|oma)\s+(?=\p{Lu})/iu
const labelled = /^(?:(nama)(?: lengkap)?|alamat|pekerjaan|jabatan|umur|usia)\s*[:.]\s*/i
/** Of addresses and callings: they may stand in small letters. */
const ofCards = new Set(
  `rt rw kel kelurahan kec kecamatan desa dusun kab kabupaten kota jl jln jalan gang gg kampung prov provinsi perum perumahan
  komplek kompleks blok pt cv ud warga dinas ketua guru pelapor mahasiswa mahasiswi pegawai staf staff pensiunan
  manager manajer direktur karyawan karyawati wiraswasta swasta dosen dokter perawat bidan pelajar siswa petani nelayan sopir pns asn
  tni polri sekretaris bendahara koordinator pendamping relawan lsm yayasan universitas universita dept department`.split(
    /\s+/,
  ),
)
const between = new Set(['no', 'nomor', 'dan'])
/** Where something is rather than where somebody lives; or that there is more. */
const standing = new Set(
  'seberang antara sekitar arah menuju perempatan pertigaan simpang juga sekalian sisa sebagian separuh'.split(' '),
)

/** Whoever writes so is about to name somebody else. */
const names =
  /(?:[:,]|\b(?:adalah|yaitu|yakni|bernama|namanya|nama|pelaku|pelakunya|oknum|oknumnya|penipu|penipunya|orangnya|nomor|nomornya|kontak|kontaknya|ini|berikut))$/i

/** What people write between the parts of one line of a card. */
const joints = /\s*[|•·]+\s*|\s+[-–—/]+\s+|\s*[,;]\s*|\t|\s{3,}/
const mostParts = 8

/**
 * Where the card ends that begins here: somebody's name, and below it what they are, where they live and how they are reached. A line
 * that says what happened, where, or what is wished for belongs to none.
 * @param isMarked a program says that somebody's signature begins here: the first line may be any name
 */
export function cardEnd(lines: readonly string[], from: number, signer: Signer, isMarked = false): number {
  let end = from
  let isNamed = false
  for (let at = from; at < Math.min(lines.length, from + mostLinesBelow); at += 1) {
    const line = bareLine(lines[at] ?? '')
    if (!line) continue
    const isAny: boolean = isMarked && !isNamed && mayBeName(capitalised(line), signer)
    const isTheirs: boolean = isOwnLine(lines[at] ?? '', signer) || isName(line, signer) || isAny
    if (!isTheirs && !isContact(line) && !(isNamed && isBelowName(line, signer))) break
    isNamed ||= isTheirs
    end = at + 1
  }
  return end
}

/** Without a name over a telephone number at the end, as people sign who write no salutation. Whom the words above announce is not whoever signs. */
export function withoutCard(lines: readonly string[], signer: Signer): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const from = Math.max(1, last - mostCardLines)
  const written = lines.map((line, at) => (at < from - 1 ? line : bareLine(line)))
  const at = written.findIndex(
    (_, index) => index >= from && index <= last && isCard(written.slice(index, last + 1), signer),
  )
  if (at < 0) return lines
  const above = lines
    .slice(0, at)
    .findLast((line) => line.trim() !== '')
    ?.trim()
  const isApart = written[at - 1] === '' || /[.!?]$/.test(above ?? '')
  const isOther = isOfAnother(wordsOf(written[at] ?? ''), signer)
  return above && isApart && !announces(above) && !isOther ? lines.slice(0, at) : lines
}

/** Whoever writes is known by a name, of which nothing stands here: the name is of somebody whom the letter is about. */
function isOfAnother(words: readonly string[], signer: Signer): boolean {
  const isOwn = isOwnWord(signer)
  return [...signer.called].some(isOwn) && !words.some((word) => isOwn(word) || signer.words.has(skeleton(word)))
}

/** "Yang meminta uang adalah:" */
export function announces(line: string): boolean {
  return names.test(line.slice(-longestLine).trim())
}

function isCard(lines: readonly string[], signer: Signer): boolean {
  const [first = '', ...more] = lines
  if (announces(first)) return false
  if (!more.some(Boolean)) return nameAndPhone.test(first) && isName(first, signer)
  return mayBeName(first, signer) && more.some(isContact) && isRestOfCard(more, signer)
}

function isRestOfCard(lines: readonly string[], signer: Signer): boolean {
  return lines.every((line) => line === '' || isName(line, signer) || isBelowName(line, signer))
}

/**
 * The name of whoever writes and nothing but what cards hold: "Marta Bire | Staf Keuangan | 0812-3456-7890".
 * @param line as written
 */
export function isOwnLine(line: string, signer: Signer): boolean {
  const parts = line.split(joints).map(bareLine).filter(Boolean)
  if (line.length > longestLine || parts.length === 0 || parts.length > mostParts) return false
  const isOwn = (part: string) => isOwnName(wordsOf(nameAndPhone.exec(part)?.[1] ?? part), signer)
  const mayStandBy = (part: string) =>
    isOwn(part) || isContact(part) || (/^\p{Lu}/u.test(part) && part.length <= longestName && !tells(part, signer))
  return parts.some(isOwn) && (parts.every(isOwn) || (isOwn(parts[0] ?? '') && parts.every(mayStandBy)))
}

/** How somebody is reached: every part of the line is a number or a mailbox. */
export function isContact(line: string): boolean {
  if (line.length > longestLine) return false
  return contact.test(line) || line.split(/\s*[|•·,;]+\s*/).every((part) => contact.test(part.trim()))
}

/** Their name, or how they are reached, and nothing else. */
export function isOfCard(line: string, signer: Signer): boolean {
  const bare = bareLine(line)
  return bare !== '' && (isContact(bare) || site.test(bare) || isOwnLine(line, signer))
}

/** What a card says of whoever is named above. */
export function isBelowName(line: string, signer: Signer): boolean {
  return isContact(line) || site.test(line) || isAddress(line, signer)
}

/** "Marta Bire, S.Pd", "Nama: Marta", "Marta (0812-…)": one that is known, or two words that are nothing else. */
function isName(line: string, signer: Signer): boolean {
  if (line.length > longestLine) return false
  const label = labelled.exec(line)
  if (label && !label[1]) return false
  const bare = nameAndPhone.exec(line.replace(/\)$/, ''))?.[1] ?? line.slice(label?.[0].length ?? 0)
  if (onlyLabels.test(bare)) return false
  const called = bare.replace(titled, '')
  const isSure = called !== line || wordsOf(called).length > 1
  return mayBeName(called, signer) && (isSure || wordsOf(called).some(isKnown(signer)))
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

function capitalised(line: string): string {
  return line.replace(/(?<![\p{L}'’-])\p{Ll}/gu, (letter) => letter.toUpperCase())
}
