/** The sub-resources of /kelola/laporan/{id} that moves are posted to. */
export const nouns = [
  'penerusan',
  'jawaban',
  'disposisi',
  'perkembangan',
  'penundaan',
  'kelengkapan',
  'pengembalian',
  'balasan',
  'pembukaan-kembali',
  'penggabungan',
  'pemisahan',
  'pengarsipan',
  'catatan',
  'kerahasiaan',
  'penyamaran',
] as const

export type Noun = (typeof nouns)[number]

export function isNoun(text: string): text is Noun {
  return (nouns as readonly string[]).includes(text)
}
