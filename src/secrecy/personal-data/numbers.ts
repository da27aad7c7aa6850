import { inAnyCase } from '../../platform/in-any-case.ts'
import { type Find, findsOf } from './find.ts'

const gap = '[ .\\-\\u00a0]?'

/**
 * Where a number may begin: not within another, a decimal or the number of a letter (`003/08…`), but right behind one as long as a
 * telephone's or a NIK ("0812…/0813…"), and behind the word for it ("HP/0812…").
 */
const begins =
  '(?:(?<![\\d.,/])|(?<=(?<!\\d)\\d(?:[ .\\-()\\u00a0]{0,2}\\d){8,15}\\)?[/,.])|(?<=\\b(?:hp|wa|telp?|tlp|telepon|nik|kk|ktp)[/.]))'
/** Behind it no decimals stand, but another such number may. */
const ends = '(?!\\d|[.,/]\\d(?!(?:[ .\\-()]{0,2}\\d){7}))'

/** Provinces' codes begin 11 to 19, 21, 31 to 36, 51 to 53, 61 to 65, 71 to 76, 81, 82, 91 to 97. */
const nik = new RegExp(`${begins}\\d(?:${gap}\\d){15}(?!\\d|[.,]\\d(?!(?:${gap}\\d){7}))`, 'dgiu')
const provinces = /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/

/** 08…, 628…, +62 8…, 0062 8…, O8…, wa.me/628…: ten to thirteen digits in all, with or without room between any two. */
const mobile = new RegExp(
  `(?:${begins}|(?<=\\bwa\\.me/))(?:(?:\\+|00)?6 ?2[\\s.\\-()]{0,3}(?:\\(?0\\)?[\\s.-]{0,2})?|\\(?(?:0|(?<!\\p{L})[oO])[ .-]?)8(?:[ .\\-()\\u00a0]{0,2}\\d){7,11}(?!\\d)`,
  'dgiu',
)
/** An area code, then a number of its own: (0380) 821234, 021-5550123, 0274 512345. */
const landline = new RegExp(`${begins}\\(?0[2-9]\\d{1,2}\\)?[ -]{1,2}[2-9]\\d{2}[ -]?\\d{2,5}${ends}`, 'dgiu')
const labelledPhone =
  /\b(?:telp?|tlp|telepon|tilpun|hp|hape|handphone|wa|whatsapp|kontak|cp|nomor\s+hp|no\.?\s*hp)\b[\s.:=]{0,4}(?:(?:nomor|no\.?|saya|kami|di|ke)[\s:]*){0,2}(?<it>\+?\d(?:[ .\-()]{0,2}\d){6,13})(?!\d)/dgiu

const label = '[\\p{L}\\p{N}-]{2,}'
const words = { at: inAnyCase('at'), dot: inAnyCase('dot'), domain: 'com|net|org|id|co|go|ac|sch' }
/** Behind a gap only what a domain ends with goes on with an address, and no next sentence: "marta@contoh. id", not "… .id. Ketua". */
const dotted = [
  `\\s?[[({]\\s?${words.dot}\\s?[\\])}]\\s?${label}`,
  `\\.(?:${inAnyCase(words.domain)})(?![\\p{L}\\p{N}-])`,
  `\\s?\\.\\s?(?:${words.domain}|${words.domain.toUpperCase()})(?![\\p{L}\\p{N}-])`,
  `\\.(?!\\p{Lu}\\p{Ll}+(?!\\.[\\p{L}\\p{N}]))${label}`,
].join('|')
const email = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}\\s?(?:@|[[({]\\s?${words.at}\\s?[\\])}])\\s?[\\p{L}\\p{N}-]+(?:${dotted}|\\.${label})(?:${dotted})*`,
  'dgu',
)

const plateAreas =
  'AA|AB|AD|AE|AG|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS|DT|DW|EA|EB|ED|KB|KH|KT|KU|PA|PB|[ABDEFGHKLMNPRSTWZ]'
const plate = new RegExp(
  `(?<![\\p{L}\\d.])(?:${plateAreas})[ \\-.]?[1-9]\\d{2,3}[ \\-.]?(?<tail>[A-Z]{1,3})(?![\\p{L}\\d])`,
  'dgu',
)
const labelledPlate = new RegExp(
  `(?:\\bplat\\w*|\\bpelat|\\bnopol|\\bno\\.?\\s?pol\\w*|\\bnomor\\s+(?:polisi|kendaraan))\\b[\\s.:]*(?:(?:nomor|no\\.?|motor|mobil|bus|angkot)\\s*){0,2}(?<it>(?:${plateAreas})[ \\-.]?[1-9]\\d{0,3}[ \\-.]?[A-Z]{1,3})(?![\\p{L}\\d])`,
  'dgiu',
)
/** Words that only look like the end of a plate. */
const noPlateEnd = /(?:KM|KG|CM|MM|WIB|WIT|DAN|DI|KE|RT|RW|NO|PM|AM|TH|THN|JL|UU|PP|RP|M|W|V)$/

const account =
  /\b(?:no\.?\s*rek\w*|nomor\s+rek\w*|norek|rek(?:ening|\.)?|BRI|BNI|BCA|BTN|BSI|mandiri|id\s?pel\w*|nomor\s+pelanggan|no\.?\s*(?:kartu|peserta|bpjs|kk|kpj|paspor|sim)|nomor\s+(?:kartu|peserta|bpjs|kk|kpj|paspor|sim))\b[^\d\n]{0,24}?(?<it>\d(?:[ .-]?\d){6,18})(?![\d])/dgiu

const networks = 'media sosial|medsos|x|twitter|ig|instagram|fb|facebook|tiktok|telegram|threads'
/** What follows "akun X" without being its name. */
const noHandle =
  'milik|resmi|yang|anda|saudara|pelapor|kami|kita|ini|itu|tersebut|dinas|kantor|pem\\w+|kementerian|lapor\\w*'
/** @somebody, the page of an account, "akun X somebody", "akun some_body"; our own account is nobody. */
const handles = [
  /(?<![\p{L}\p{N}._@])@(?!lapor)(?=[\w.]*[a-z])[\w.]{2,30}/dgiu,
  /\b(?:x|twitter|instagram|facebook|fb|tiktok|threads|t|youtube|linkedin)\.(?:com|me|net)\/(?:in\/)?@?(?!lapor)[\w.-]{2,60}/dgiu,
  new RegExp(`\\b(?:akun|account)\\s+(?:${networks})\\s+(?!(?:${noHandle})\\b)(?<it>[a-z][\\w.]{2,30}\\b)`, 'dgiu'),
  /\b(?:akun|account|username)\s+(?!lapor)(?=\w*[_\d])(?<it>[a-z]\w{2,30}\b)/dgiu,
]

export function findHandles(text: string): Find[] {
  return handles.flatMap((pattern) => findsOf(text, 'handle', pattern))
}

/** Population numbers (NIK, and family cards, which are built alike): 16 digits with a province and a day in them. */
export function findNiks(text: string): Find[] {
  return findsOf(text, 'nik', nik, (found) => {
    const digits = found.replace(/\D/g, '')
    const day = Number(digits.slice(6, 8)) % 40
    const month = Number(digits.slice(8, 10))
    return provinces.test(digits) && day >= 1 && day <= 31 && month >= 1 && month <= 12
  })
}

export function findMobiles(text: string): Find[] {
  return findsOf(text, 'phone', mobile, (found) => /^\D*(?:\d\D*){9,15}$/.test(found))
}

export function findPhones(text: string): Find[] {
  return [
    ...findMobiles(text),
    ...findsOf(text, 'phone', landline),
    ...findsOf(text, 'phone', labelledPhone, (found) => !/^\D*(?:1[1-9]\d|14\d{3}|1500\d{3}|0800\d+)$/.test(found)),
  ]
}

export function findEmails(text: string): Find[] {
  return findsOf(text, 'email', email)
}

export function findPlates(text: string): Find[] {
  return [
    ...findsOf(text, 'plate', plate, (found) => !noPlateEnd.test(found)),
    ...findsOf(text, 'plate', labelledPlate),
  ]
}

/** Bank accounts, and numbers of cards and customers, where they are called so; never an amount of money. */
export function findAccounts(text: string): Find[] {
  return findsOf(text, 'account', account, (found) => !/^\d{1,3}(?:\.\d{3})+$/.test(found))
}
