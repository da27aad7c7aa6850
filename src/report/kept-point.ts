import { isSealed, type Keeper, KeyDestroyed } from './keeper.ts'
import type { ReportRow } from './move.ts'
import type { Point } from './point.ts'

type Kept = Pick<ReportRow, 'lat' | 'lon' | 'point'>

/**
 * Columns for where it is, exactly: sealed for a report that hides who filed it or that it exists. Once its reporter had erased who
 * they are there is no key to seal it with: then it is not kept.
 */
export function keptPoint(keeper: Keeper, reportId: string, point: Point | undefined | null, hidden: boolean): Kept {
  const nowhere = { lat: null, lon: null, point: null }
  if (!point) return nowhere
  if (!hidden) return { lat: point.lat, lon: point.lon, point: null }
  try {
    return { ...nowhere, point: keeper.sealIdentity(reportId, JSON.stringify([point.lat, point.lon])) }
  } catch (error) {
    if (error instanceof KeyDestroyed) return nowhere
    throw error
  }
}

/** The exact point again, for those whom `can` lets know it; null when there is none, or its key was destroyed. */
export function exactPoint(keeper: Keeper, { id, lat, lon, point }: Kept & { id: string }): Point | null {
  if (lat !== null && lon !== null) return { lat, lon }
  if (point === null || !isSealed(point)) return null
  const opened = keeper.open(id, point)
  if (!opened) return null
  const [sealedLat, sealedLon] = JSON.parse(opened) as [number, number]
  return { lat: sealedLat, lon: sealedLon }
}
