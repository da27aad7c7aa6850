import { type Find, findsOf, withoutOverlaps } from './find.ts'

// Where whoever writes lives, said as theirs. A street, a lane or a house by itself is where the trouble is.

const mine = '(?:saya|sy|aku|kami)'
const gap = '[ \\u00a0]'
const digits = '\\d{1,4}(?:[ ]?[/-][ ]?\\d{1,4})?[a-z]?(?![\\p{L}\\d])'
const numbered = `(?:no|nomor|nmr|blok)(?![a-z]{2})\\.?[ :]*(?:[a-z]{1,2}[ ./-]?)?${digits}`
const neighbourhood = `r\\.?[tw]\\.?(?:[ ]?/[ ]?r\\.?w\\.?)?[ :.]*${digits}`
const lane = `(?:gang|gg|lorong|lrg)\\b\\.?${gap}+(?!(?:buntu|sempit|kecil|besar|depan|belakang|sebelah|itu|ini|yang|yg)\\b)[\\p{L}\\d]+`
const street = '(?:jl|jln|jalan)\\b\\.?'
/** "Jl. Herewila 22"; what is counted there is no house. */
const counted =
  'km|m|meter|kali|x|titik|hari|minggu|bulan|tahun|jam|unit|buah|orang|rumah|kk|lubang|tiang|ribu|juta|persen'
const onStreet = `${street}${gap}+(?:\\p{L}[\\p{L}.'’]*${gap}+){1,4}?${digits}(?!${gap}*(?:%|(?:${counted})\\b))`
const house = `(?:${onStreet}|${lane}|${numbered}|${neighbourhood})`

/** What may stand before the number of a house; another sentence may not. */
const noPart = `tapi|tp|tetapi|dan|yang|yg|ada|sudah|sdh|belum|blm|tidak|tdk|masih|karena|krn|di|ke|dari|lampu|sampah|air|banjir|mati|rusak|laporan|surat|sertifikat|telepon|telp|hp|wa|nik|ktp|persil|rekening|pelanggan|${mine.slice(3, -1)}`
const part = `(?!(?:${noPart})\\b)[\\p{L}\\d.'’]+`
const before = `(?:${part}(?:${gap}+|,${gap}*(?=${house}|${street}))){0,6}?`
const behind = `(?:(?:${gap}+${part}){0,2}[ ,./-]{0,3}(?:${house}|(?:kel|kelurahan|desa|dusun|kec|kecamatan)\\b\\.?${gap}+\\p{L}+))*`
const address = `(?<it>${before}${house}${behind})`
const link = `[ :=,-]*(?:(?:adalah|ialah|yaitu|yakni|ada|berada|terletak|sekarang|lengkap|lengkapnya|tepatnya|persisnya|beralamat|di|pada)\\b[ :,]*){0,4}`
const kind = '(?:rumah|tinggal|lengkap|domisili|kontrakan|kos|kost)'

const own = [
  `(?<!\\p{L})alamat(?:${gap}+${kind}){0,2}(?:${gap}+${mine}\\b|ku\\b)(?:${gap}+${kind})?${link}${address}`,
  `(?<!\\p{L})(?:rumah|kediaman|kontrakan|kos|kost)(?:${gap}+tinggal)?(?:${gap}+${mine}\\b|ku\\b)${link}${address}`,
  `(?<!\\p{L})${mine}${gap}+(?:sekarang${gap}+)?(?:ber)?(?:tinggal|tempat${gap}+tinggal|domisili|alamat|rumah)(?:${gap}+sekarang)?${gap}+(?:di|pada)${gap}+${address}`,
  // As forms ask for it: "Nama: …", "NIK: …", then "Alamat: …".
  `(?:^|\\n)[ ]*(?:nama(?:[ ](?:lengkap|pelapor|saya))?[ ]*[:=]|nik[ ]*[:=]?[ ]*\\d)[^\\n]{1,80}\\n+(?:[\\p{L} /.]{2,20}[:=][^\\n]{1,80}\\n+){0,4}?[ ]*(?:alamat|domisili)(?:[ ]${kind}){0,2}[ ]*[:=][ ]*(?<it>[^\\n]{3,120})`,
].map((form) => new RegExp(form, 'dgiu'))

/** "Depan rumah saya RT 3" is a place of trouble; with a number it is a house. */
const beside = /(?:depan|dekat|deket|samping|belakang|sebelah|sekitar|seberang|menuju|arah|area)[ ]+$/i

/** Homes of whoever writes: "alamat rumah saya Jalan Bajawa No. 4", "rumah saya di Gang Mawar 3", "saya tinggal di RT 3 RW 2". */
export function findOwnAddresses(text: string): Find[] {
  const finds = withoutOverlaps(own.flatMap((form) => findsOf(text, 'address', form)))
  return finds.filter(({ start, end }) => !isPlace(text, start) || isHouse.test(text.slice(start, end)))
}

const isHouse = new RegExp(`${numbered}|${onStreet}`, 'iu')

function isPlace(text: string, start: number): boolean {
  const said = text.slice(Math.max(0, start - 60), start)
  const at = said.search(new RegExp(`(?:rumah|kediaman)(?:[ ]+tinggal)?(?:[ ]+${mine}|ku)\\b[^.;]*$`, 'iu'))
  return at >= 0 && beside.test(said.slice(0, at))
}
