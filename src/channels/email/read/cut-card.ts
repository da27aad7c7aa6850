const mostCardLines = 6
const longestLine = 120

const name = /^\p{Lu}[\p{L}.'’-]*(?:,?\s+\p{Lu}[\p{L}.'’-]*){0,5}$/u
const phone = String.raw`(?:\+?62|0)[\d\s().-]{7,16}`
const labels = String.raw`(?:(?:hp|no|nomor|telp|tel|tlp|telepon|wa|whatsapp|phone|mobile|e-?mail|surel)\b[\s.:/]*){0,3}`
const contact = new RegExp(
  String.raw`^${labels}(?:${phone}|[^\s@]{1,64}@[^\s@]{1,120}|\[[^\]]{1,40}\])$|^nik[\s.:]*\d{16}$`,
  'i',
)
const nameAndPhone = new RegExp(String.raw`^(.{2,60}?)[\s,:/(–-]+${labels}${phone}$`, 'i')
const place =
  /\b(?:rt|rw|kel(?:urahan)?|kec(?:amatan)?|desa|dusun|kab(?:upaten)?|kota|jl|jln|warga|dinas|prov(?:insi)?|perum(?:ahan)?|blok)\b/i

/** Whoever writes so is about to name somebody else. */
const names =
  /(?:[:,]|\b(?:adalah|yaitu|yakni|bernama|namanya|nama|pelaku|pelakunya|oknum|oknumnya|penipu|penipunya|orangnya|nomor|nomornya|kontak|kontaknya|ini|berikut))$/i

/** "Marta Bire, S.Pd" */
export function isName(line: string): boolean {
  return line.length <= 60 && name.test(line)
}

export function isPlace(line: string): boolean {
  return line.length <= longestLine && place.test(line) && !/[.!?]$/.test(line)
}

export function isSentence(line: string): boolean {
  return /[.!?]$/.test(line) && line.split(/\s+/).length > 3
}

/** Without a name over a telephone number at the end, as people sign who write no salutation. Whom the words above announce is not whoever signs. */
export function withoutCard(lines: readonly string[]): readonly string[] {
  const written = lines.map((line) => line.trim())
  const last = written.findLastIndex(Boolean)
  const from = Math.max(1, last - mostCardLines)
  const at = written.findIndex((_, index) => index >= from && index <= last && isCard(written.slice(index, last + 1)))
  if (at < 0) return lines
  const above = written.slice(0, at).findLast(Boolean)
  const isApart = written[at - 1] === '' || /[.!?]$/.test(above ?? '')
  return above && isApart && !names.test(above) ? lines.slice(0, at) : lines
}

function isCard(lines: readonly string[]): boolean {
  const [first = '', ...more] = lines
  if (first.length > longestLine) return false
  const rest = more.filter(Boolean)
  if (rest.length === 0) return isName(nameAndPhone.exec(first.replace(/\)$/, ''))?.[1] ?? '')
  const isContact = (line: string) => line.length <= longestLine && contact.test(line)
  return isName(first) && rest.some(isContact) && rest.every((line) => isContact(line) || isPlace(line) || isName(line))
}
