import { isTroubling, looksNew } from './looks-new.ts'
import type { Word } from './read-words.ts'
import { namesPlace } from './stands-alone.ts'
import { isSoft, onlyCommands, withoutWishes } from './wish-beside.ts'
import { wordSet } from './word-set.ts'

/** A longer message tells something. */
const mostWords = 25
/** "karena saya takut"; what says more behind "karena" may be the complaint. */
const shortest = 4

const fearing = wordSet('takut takutnya khawatir kuatir cemas ngeri nanti ntar biar supaya spy agar demi')
const because = wordSet('karena krn karna sebab soalnya sbb soale masalahnya')
const joining = wordSet('jadi dan tapi juga memang kalau kalo klo saja aja ya jangan sampai ada')
/** The writer and theirs. */
const theirs = wordSet(
  'saya sy aku kami anak anakku suami istri keluarga keluargaku ibu bapak adik kakak orangtua ortu',
)
const toward = wordSet('sama ama dengan dgn ke kepada pada')
/** Who the writer is to those they report, and how near: why they wish it, and nothing that happened. */
const standing = wordSet(
  `kerja bekerja krj pedagang dagang berdagang jualan berjualan karyawan pegawai honorer guru murid siswa mahasiswa pelanggan pasien tetangga tetangganya
  warga orang rumah rumahku tinggal dekat dkt kenal dikenal mengenal satu keluarganya saudara saudaranya teman temannya bawahan bawahannya anggota masih
  di dgn dengan sama ama situ sana sini sekolah kantor pasar kampung desa juga jg memang kan beliau dia mereka itu tersebut sekampung sekantor`,
)
/** What is done to somebody who reported. */
const revenge = wordSet(
  `dipersulit persulit diancam ancaman terancam dimarahi dimarahin dipecat dibalas balas dendam diintimidasi intimidasi didatangi dimusuhi dikucilkan
  dicari diteror teror dituntut dipanggil dimutasi dipindah dipindahkan digebuki dihajar diusir dibenci dijauhi dipolisikan ditandai ditekan ketahuan aman keamanan
  keselamatan diapa apa2in diapakan`,
)

/**
 * "nama saya jangan ditulis ya, takut anak saya dipersulit": a wish about oneself, and nothing else than why. "takut jembatan roboh" or "karena guru
 * minta uang" tells what happened, and is no such reason.
 */
export function isReasoned(words: readonly Word[]): boolean {
  if (words.length > mostWords) return false
  const others = new Set(withoutWishes([...words]))
  if (others.size === words.length) return false
  const parts = partsOf(words).map((part) => ({ part, told: part.filter((word) => others.has(word) && !isSoft(word)) }))
  const said = parts.filter(({ told }) => told.length > 0)
  return said.length > 0 && !onlyCommands([...others]) && said.every(({ part, told }) => isReason(part, told))
}

function isReason(part: readonly Word[], told: readonly Word[]): boolean {
  if (tellsStanding(part, told)) return true
  const at = part.findIndex(({ word }) => fearing.has(word) || because.has(word))
  const behind = part.slice(at + 1)
  const before = told.filter((word) => part.indexOf(word) < at && !joining.has(word.word))
  if (at < 0 || before.length > 0) return false
  const isFeared = part.some(({ word }) => fearing.has(word))
  if (isFeared && behind.some(({ word }) => revenge.has(word))) return true
  // "takut sama preman pasar"
  if (isFeared && behind.length <= shortest + 1 && toward.has(behind[0]?.word ?? '')) return true
  const left = behind.filter((word) => told.includes(word) && !fearing.has(word.word))
  // "karena kepala sekolah cari tahu siapa pelapornya"
  if (left.length <= shortest + 2 && behind.some(({ word }) => word.startsWith('pelapor'))) return true
  const isOwn = theirs.has(behind[0]?.word ?? '') && left.length <= shortest + 2
  if (isOwn && !left.some((one) => isTroubling(one) || one.means === 'not'))
    return !looksNew({ words: left, asks: false })
  if (namesPlace(behind) || left.some(isTroubling)) return false
  const first = behind.find(({ word }) => !fearing.has(word) && !joining.has(word))
  if (isFeared && (!first || theirs.has(first.word))) return true
  return left.length <= shortest && !looksNew({ words: left, asks: false })
}

/** "saya pedagang di situ", "rumah saya dekat sana". */
function tellsStanding(part: readonly Word[], told: readonly Word[]): boolean {
  const isKnown = told.every(({ word }) => [standing, theirs, joining, because, fearing].some((some) => some.has(word)))
  return isKnown && part.some(({ word }) => theirs.has(word)) && told.some(({ word }) => standing.has(word))
}

/** Between stops and commas. */
function partsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    parts.at(-1)?.push(word)
    if (word.ends) parts.push([])
  }
  return parts
}
