import { cellToLatLng, latLngToCell } from 'h3-js'

/** A place on earth: WGS 84, decimal degrees. */
export type Point = { lat: number; lon: number }

export type ReadPoint = { ok: true; point: Point | null } | { ok: false }

/**
 * Resolution 8 of the H3 grid. In Indonesia its cells are 800 m to 1 km wide and 0.55 to 0.8 km² large, so the points shown to the
 * public stand at least 800 m apart: no finer than the 500 m of the domain, section 4. Resolution 9 would be 300 m.
 */
const publicResolution = 8

/** Whether a point lies in the box around Indonesia, Sabang to Merauke, its seas included. Points outside are flagged, never refused. */
export function isInIndonesia({ lat, lon }: Point): boolean {
  return lat >= -11.1 && lat <= 6.2 && lon >= 94.9 && lon <= 141.1
}

/**
 * Coordinates as a form, a message or a file gives them: numbers, or text with a point or an Indonesian decimal comma.
 * Both empty is no point. Refused: one without the other, text that is no number, not finite, beyond 90 or 180 degrees.
 */
export function readPoint(lat: unknown, lon: unknown): ReadPoint {
  if (isEmpty(lat) && isEmpty(lon)) return { ok: true, point: null }
  const point = { lat: degrees(lat), lon: degrees(lon) }
  const isOnEarth = Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180
  return isOnEarth ? { ok: true, point } : { ok: false }
}

/**
 * The point as the public may see it when the exact one would show who filed: the centre of its grid cell. The same for every point of
 * the cell and at every call, so asking again, or for neighbours, teaches nothing.
 */
export function publicPoint({ lat, lon }: Point): Point {
  const [cellLat, cellLon] = cellToLatLng(latLngToCell(lat, lon, publicResolution))
  return { lat: rounded(cellLat), lon: rounded(cellLon) }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** NaN for what is no number. */
function degrees(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return Number.NaN
  const text = value.trim().replace('\u2212', '-').replace(',', '.')
  return /^[+-]?\d{1,3}(?:\.\d{0,20})?$/.test(text) ? Number(text) : Number.NaN
}

/** To five decimals, about a metre. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
