/** What a message may say of its report, and a digest of its reports. Left empty, the part in [brackets] around it is left out. */
const placeholders = [
  'nomor',
  'tenggat',
  'tautan',
  'kata_kunci',
  'tanggal',
  'status',
  'ucapan',
  'lewat_tenggat',
  'hampir_tenggat',
  'lainnya',
] as const
export type Placeholder = (typeof placeholders)[number]
export type FillValues = Partial<Record<Placeholder, string>>

/** Words with their {placeholders} said. A part in [brackets] stands only where all that it speaks of has a value; a whole line of it leaves no gap. */
export function fill(words: string, values: FillValues): string {
  const stands = (part: string) => namesIn(part).every((name) => values[name as Placeholder])
  return words
    .replace(/^\[([^[\]]*)\]\n/gm, (line, part: string) => (stands(part) ? line : ''))
    .replace(/\[([^[\]]*)\]/g, (_, part: string) => (stands(part) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name as Placeholder] ?? '')
}

/** The names between braces, each once; also ones that mean nothing. */
export function namesIn(words: string): string[] {
  return [...new Set(Array.from(words.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name))]
}
