import { type Agency, type Directory, written } from '../agencies/directory.ts'

/** Who takes the desk's place where it is accused, the first that can. */
export const orderOfStandIns = ['ombudsman', 'ksp'] as const

/**
 * The national desk, or an office that stands in for it, where that is who is named, however it is called: by each of its aliases, as people shorten a
 * ministry, with words for a post or for people before it ("staf Kemenpan-RB", "verifikator di KemenPANRB"). Of other offices an alias settles nothing
 * (decision 0007): they are looked at by the desk. Here it is the desk that would look at what accuses itself.
 */
export function deskNamed(directory: Directory, named: string): Agency | undefined {
  const desk = directory.desk()
  const name = written(named)
  if (desk && deskWords.test(name)) return desk
  const judges = [desk, ...orderOfStandIns.map((id) => directory.agency(id))].filter((one) => one !== undefined)
  return restsOf(name)
    .map((rest) => judges.find((judge) => isCalled(directory, judge, rest) || (judge === desk && platform.test(rest))))
    .find(Boolean)
}

/** What those at the desk are called, on screen and by people: "petugas admin nasional", "Verifikator", "Admin LAPOR!", "petugas verifikasi LAPOR". */
const ofDesk = '(?: (?:nasional|pusat|sp4n|lapor|1708|kemenpan ?rb|kementerian pan ?rb))'
const deskWords = new RegExp(
  `^(?:(?:para|tim|pak|bu|oknum|petugas|pegawai|staf|pejabat) )*(?:verifikator${ofDesk}*|(?:admin|administrator|meja|operator|petugas|moderator|verifikasi)${ofDesk}+|national desk)$`,
)

/** The service itself, which the desk runs. */
const platform =
  /^(?:(?:situs|aplikasi|layanan|kanal|sistem) )*(?:(?:www )?lapor go id|sp4n(?: lapor)?|lapor sp4n|lapor|1708)$/

/** Words for posts and people, and what binds them to an office: "salah satu pejabat di", "Deputi Pelayanan Publik", "Menteri". */
const before =
  /^(?:para|tim|pak|bapak|bu|ibu|oknum|orang|salah satu|seorang|semua|seluruh|petugas|pegawai|karyawan|staf|staff|anggota|pengurus|pengelola|pejabat|pimpinan|kepala|ketua|wakil|sekretaris|deputi|kedeputian|asisten|direktur|biro|bidang|bagian|unit|pelayanan|publik|kantor|meja|bawahan|asn|pns|admin|administrator|adminnya|operator|moderator|verifikator|verifikasi|customer service|call center|di|dari|pada|milik) /

/** What is named, and what is left as each of these words is taken from its front. */
function restsOf(name: string): string[] {
  const rest = name.replace(before, '')
  return rest === name ? [name] : [name, ...restsOf(rest)]
}

/** Behind the name of an office as a whole: where it is, or which part of it. */
const behind = / (?:ri|republik indonesia|pusat|nasional|jakarta|indonesia|perwakilan(?: .*)?)$/

const ministry = /^(?:wakil menteri|wamen|kementerian|kementrian|kemen|menteri|mentri|men)(?= |pan)/

function isCalled(directory: Directory, office: Agency, name: string): boolean {
  const core = name.replace(ministry, '').replace(/ dan /g, ' ').trim()
  const isMinistry = ministry.test(name)
  const shortened = core.replaceAll(' ', '')
  const names = [
    name,
    ...(isMinistry ? [`kementerian ${name.replace(ministry, '').trim()}`] : []),
    ...(isMinistry || shortened.length > 4 ? [`kemen${shortened}`] : []),
  ]
  return (
    names.some((one) => directory.find(one)?.id === office.id) ||
    isBeginningOf(office, names) ||
    (behind.test(name) && isCalled(directory, office, name.replace(behind, '')))
  )
}

/** Its name as far as people say it: "Kementerian Pendayagunaan Aparatur Negara". Three words and more, for those it shares with no other. */
function isBeginningOf({ name }: Agency, names: readonly string[]): boolean {
  return names.some((one) => one.split(' ').length > 2 && `${written(name)} `.startsWith(`${one} `))
}
