/** What a message may say of its report. Left empty, the part in [brackets] around it is left out. */
const placeholders = ['nomor', 'tenggat', 'tautan', 'kata_kunci', 'tanggal', 'status', 'ucapan'] as const
export type Placeholder = (typeof placeholders)[number]
export type FillValues = Partial<Record<Placeholder, string>>

/** Words with their {placeholders} said. A part in [brackets] stands only where all that it speaks of has a value. */
export function fill(words: string, values: FillValues): string {
  const said = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name as Placeholder] ?? '')
  return said(
    words.replace(/\[([^[\]]*)\]/g, (_, part: string) =>
      namesIn(part).every((name) => values[name as Placeholder]) ? part : '',
    ),
  )
}

/** The names between braces, each once; also ones that mean nothing. */
export function namesIn(words: string): string[] {
  return [...new Set(Array.from(words.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name))]
}
