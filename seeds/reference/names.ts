import type { AgencyFact } from './read.ts'

/**
 * How people write the names of local governments: "Kab. Luwu", "Pemkot Kupang", "kotkupang", and the bare name where
 * only one office bears it. Lower case; the name and the short name themselves are left out.
 */
export function writtenNames(agencies: readonly AgencyFact[]): { alias: string; slug: string }[] {
  const local = agencies.flatMap((agency) => {
    const [, kind, base] = /^Pemerintah (Kabupaten|Kota|Provinsi) (.+)$/.exec(agency.name) ?? []
    return kind && base ? [{ slug: agency.slug, kind, base: base.toLowerCase(), keyword: agency.smsKeyword }] : []
  })
  const bearers = new Map<string, number>()
  for (const { base } of local) bearers.set(base, (bearers.get(base) ?? 0) + 1)
  return local.flatMap(({ slug, kind, base, keyword }) => {
    const names = (prefixes[kind] ?? []).map((prefix) => `${prefix} ${base}`)
    if (bearers.get(base) === 1) names.push(base, `pemda ${base}`)
    if (keyword) names.push(keyword.toLowerCase())
    return names.map((alias) => ({ alias, slug }))
  })
}

const prefixes: Record<string, readonly string[]> = {
  Kabupaten: ['kabupaten', 'kab', 'pemerintah kab', 'pemerintah daerah kabupaten', 'bupati'],
  Kota: ['kota', 'pemerintah daerah kota', 'walikota', 'wali kota'],
  Provinsi: ['provinsi', 'prov', 'pemerintah prov', 'pemerintah daerah provinsi', 'gubernur'],
}
