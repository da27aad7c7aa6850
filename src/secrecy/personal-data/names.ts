import { skeleton } from '../../accounts/skeleton.ts'
import { type Find, findsOf } from './find.ts'
import { isGivenName } from './given-names.ts'
import { isDuty, isEverydayWord, isOrdinaryWord } from './ordinary-words.ts'
import { withoutTitlesOfRoads } from './roads.ts'

const word = "[\\p{L}\\p{N}@$|][\\p{L}\\p{M}\\p{N}@$!|'’.-]*"
const next = (most: number) => `(?<it>${word}(?:[ \\u00a0]+${word}){0,${most}})`
const honorific =
  '(?:bpk|bapak|pak|ibu|bu|sdr|sdri|saudara|saudari|tuan|nyonya|mas|mbak|mba|bang|kang|haji|hajjah|oknum(?: polisi| petugas| pegawai)?)'
const abbreviated = '(?:tn|ny|dr|drs|dra|ir|hj?)'
const surely =
  '(?:atas nama|a\\.?n\\.?|a\\/n|bernama|(?:dengan )?nama(?: saya| sy| lengkap)?\\s*(?:adalah|ialah|[:=])|nama (?:saya|sy)|saya bernama|perkenalkan,? (?:nama )?saya)'

const afterHonorific = new RegExp(`(?<![\\p{L}\\p{N}])${honorific}\\.?[ \\u00a0]+${next(3)}`, 'dgiu')
const afterAbbreviated = new RegExp(`(?<![\\p{L}\\p{N}])${abbreviated}\\.[ \\u00a0]?${next(3)}`, 'dgiu')
const afterSurely = new RegExp(`(?<![\\p{L}\\p{N}])${surely}[ \\u00a0:]+${next(3)}`, 'dgiu')
const closing =
  /(?:hormat (?:kami|saya)|salam(?: hormat)?|wassalam\w*(?:\s+\p{L}+\.?){0,2}|terima ?kasih|trims|tertanda|ttd|pelapor|pengirim)[ ,.:;\-\n]{0,20}\(?(?<it>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,3})\)?[ .,]*(?=\n|$)/dgiu
const lastLine = /\n[ ]*[-–~(]?[ ]*(?<it>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,2})\)?[ .]*$/dgu
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}'’]+(?: \p{Lu}[\p{Ll}'’.]+){1,3}/dgu
const anyWord = /[\p{L}\p{N}@$|][\p{L}\p{N}\p{M}@$!|]*/dgu

/** What bears a person's name without being one: streets, schools, halls, offices. */
const place =
  /(?<!\p{L})(?:jl|jln|jalan|jend|jenderal|letjen|gang|gg|lorong|ruas|simpang|perempatan|pertigaan|bundaran|rs|rsud|rsu|rsia|rumah sakit|sd|sdn|smp|smpn|sma|sman|smk|tk|mi|mts|man|universitas|kampus|institut|masjid|gereja|gedung|stadion|bandara|terminal|stasiun|pelabuhan|pasar|kelurahan|kel|desa|dusun|kecamatan|kec|kabupaten|kab|kota|perum|perumahan|komplek|toko|pt|cv|ud|waduk|bendungan|taman|tugu|jembatan|sungai|danau|gunung|pulau|provinsi|partai|bank|apotek|klinik|hotel|st|santo|santa)\.?[ \u00a0]+(?:[\p{L}.]+[ \u00a0]+){0,2}$/iu

/**
 * People whom the words themselves call by name: behind an honorific, "nama saya …", under the letter.
 * @param strictly also where the name is an ordinary word ("Ibu Bunga")
 */
export function findNames(text: string, strictly = false): Find[] {
  const looksLikeName = strictly ? isNoDuty : isNamelike
  return [
    ...namesIn(text, withoutTitlesOfRoads(text, findsOf(text, 'name', afterHonorific)), looksLikeName),
    ...namesIn(text, withoutTitlesOfRoads(text, findsOf(text, 'name', afterAbbreviated)), looksLikeName),
    ...namesIn(text, findsOf(text, 'name', afterSurely), strictly ? isNoDuty : isNoOrdinaryWord),
    ...findsOf(text, 'name', closing, isSignature),
    ...findsOf(text, 'name', lastLine, isSignature),
    ...findsOf(text, 'name', capitalised)
      .map((find) => behindOrdinaryWords(text, find))
      .filter((find) => hasGivenName(text, find)),
  ]
}

/** Any given name by itself, in any spelling: for words about reports whose reporter nobody may guess at. */
export function findGivenNames(text: string): Find[] {
  return findsOf(text, 'name', anyWord, isGiven).filter(
    ({ start, end }) => !isPlace(text, start) && !/^ (?:pekerti|daya)/i.test(text.slice(end, end + 9)),
  )
}

type Test = (word: string, isShouted: boolean) => boolean

/**
 * Each find cut before the first word that cannot be of a name; gone when that is its first. A name that begins with a capital
 * goes on with capitals; one in small letters goes on only with given names.
 */
function namesIn(text: string, finds: readonly Find[], test: Test): Find[] {
  const isShouted = (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0)
  return finds.flatMap((find) => {
    let end = find.start
    for (const { 0: said, index } of text.slice(find.start, find.end).matchAll(/[^ \u00a0]+/g)) {
      const bare = said.replace(/[.,'’-]+$/, '')
      const goesOn = end === find.start || /^\p{Lu}/u.test(said) || isGivenName(skeleton(said))
      if (!bare || !goesOn || !test(bare, isShouted)) break
      end = find.start + index + bare.length
      if (/[.,]$/.test(said) && bare.length > 2) break
    }
    return end > find.start ? [{ ...find, end }] : []
  })
}

/** "Saya Agung Wibowo": the name begins behind words that open sentences. */
function behindOrdinaryWords(text: string, { kind, start, end }: Find): Find {
  let from = start
  for (const said of text.slice(start, end).match(/[^ ]+ ?/g) ?? []) {
    if (!isOrdinaryWord(skeleton(said))) break
    from += said.length
  }
  return { kind, start: from, end }
}

/** Behind an honorific: a given name in any writing, else a capitalised word that is no ordinary one. */
function isNamelike(said: string, isShouted: boolean): boolean {
  const bare = skeleton(said)
  if (isGivenName(bare)) return true
  return !isShouted && /^\p{Lu}/u.test(said) && !/^\p{Lu}{2,}$/u.test(said) && bare.length > 1 && isNoOrdinaryWord(said)
}

function isNoOrdinaryWord(said: string): boolean {
  return /\p{L}/u.test(said) && !/^\d/.test(said) && !isOrdinaryWord(skeleton(said))
}

function isNoDuty(said: string): boolean {
  const bare = skeleton(said)
  return isGivenName(bare) || (/^\p{Lu}/u.test(said) && !isDuty(bare)) || isNamelike(said, false)
}

function isSignature(found: string): boolean {
  const words = found.split(' ')
  return /^\p{Lu}/u.test(found) && words.every(isNoOrdinaryWord) && words.some((said) => /\p{Ll}/u.test(said))
}

function hasGivenName(text: string, { start, end }: Find): boolean {
  const words = [...text.slice(start, end).matchAll(/[^ ]+/g)]
  return words.some(({ 0: said, index }) => isGiven(said) && !isPlace(text, start + index))
}

function isGiven(said: string): boolean {
  return /\p{L}/u.test(said) && !isEverydayWord(said) && isGivenName(skeleton(said))
}

function isPlace(text: string, start: number): boolean {
  return place.test(text.slice(Math.max(0, start - 40), start))
}
