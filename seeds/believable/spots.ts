import type { Zone } from '../../src/report/clocks/day.ts'
import { agencyFacts, areaFacts } from '../reference/read.ts'
import type { Random } from './random.ts'

/** A regency or city with the local government that answers for it. */
export type Spot = { areaCode: string; name: string; agencyId: string; zone: Zone; lat: number; lon: number }

/** A drawer of places: every regency and city now and then, the large cities often. */
export function placeTeller(): (random: Random) => Spot {
  const spots = allSpots()
  const large = spots.filter(({ name }) =>
    /^(Jakarta|Surabaya|Bandung|Semarang|Medan|Makassar|Kupang|Bekasi|Depok|Tangerang)/.test(name),
  )
  const cities = spots.filter(({ agencyId }) => agencyId.startsWith('kota-'))
  return (random) => random.pick(random.chance(0.3) ? large : random.chance(0.4) ? cities : spots)
}

function allSpots(): Spot[] {
  const agencies = agencyFacts().filter(({ kind }) => ['province', 'regency', 'city'].includes(kind))
  const byArea = new Map(agencies.map((agency) => [agency.areaCode, agency]))
  return areaFacts().flatMap(({ code, name, level, lat, lon }) => {
    const agency = byArea.get(code) ?? byArea.get(code.slice(0, 2))
    if (level !== 'regency' || lat === null || lon === null || !agency) return []
    const plain = name.replace(/^(Kabupaten|Kota)( Administrasi)? /, '')
    return [{ areaCode: code, name: plain, agencyId: agency.slug, zone: agency.zone, lat, lon }]
  })
}
