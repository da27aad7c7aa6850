import { wishesAnything } from '../arrivals/raised-by.ts'
import { isKnownThing, isTroubling, lacksSomething } from '../sms/understand/looks-new.ts'
import { readWords, type Word } from '../sms/understand/read-words.ts'
import { isPolite } from '../sms/understand/said.ts'
import { namesPlace } from '../sms/understand/stands-alone.ts'
import type { Keyword } from '../sms/understand/understand.ts'
import { wordSet } from '../sms/understand/word-set.ts'
import { asNew } from './as-new.ts'

/** What complaints are about, without "-nya". */
const things =
  wordSet(`lampu lampunya pju jalan jln jalanan jembatan gang gorong gorong2 got selokan parit drainase saluran irigasi kali sungai sumur waduk bendungan tanggul pantai laut air
  pdam ledeng pipa keran listrik pln tiang kabel gardu meteran trafo sampah tps tpa bak kontainer limbah pohon dahan ranting taman trotoar zebra marka rambu cctv
  parkir parkiran tukang angkot bus terminal halte stasiun kereta kapal pelabuhan bandara motor mobil truk ojek ojol pasar toko warung pkl lapak pedagang
  sekolah sekolahan sd smp sma smk paud kampus guru kepsek murid siswa ijazah beasiswa kip spp bos puskesmas rs rsud pustu posyandu dokter bidan perawat obat vaksin bpjs kis
  ambulans ktp ektp kk akta akte kia skck sim stnk pajak pbb sertifikat tanah lahan rumah bansos pkh blt bst sembako raskin rastra beras bantuan gas elpiji lpg solar bensin
  pertalite minyak pupuk benih sapi babi ayam anjing kucing ular monyet nyamuk tikus lalat dbd rabies hama gaji honor upah thr insentif lurah kades camat rt rw polisi satpol
  pungli calo oknum sinyal internet wifi jaringan tower api asap hujan angin gempa banjir tanah longsor orang anak warga preman odgj pengemis karaoke kos tambang galian proyek aspal`)

/**
 * Whether words of somebody who has reports name no thing, no place and no trouble, no office and no wish: "hehe", "amin pak". They begin no report, however
 * long nobody explains them.
 */
export function namesNothing(text: string, keywords: readonly Keyword[]): boolean {
  const words = readWords(text)
  const told = words.filter(({ word }) => !isPolite(word))
  const isNamed = told.some((one) => names(one) || isTroubling(one)) || lacksSomething(told) || namesPlace(words)
  return !isNamed && !wishesAnything(text) && asNew(text, keywords)?.agencyId === undefined
}

function names(one: Word): boolean {
  return isKnownThing(one) || things.has(one.word) || /\d/.test(one.word)
}
