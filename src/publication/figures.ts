import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Stage } from '../report/lifecycle.ts'

/** The three numbers of the domain, over public reports that are not merged, archived or withdrawn. */
export type ThreeNumbers = { finished: number; inProcess: number; unhandled: number }

/** Public reports per stage; a stage that has none is missing. `silent`: of the closed ones, those that ended without a word. */
export type ByStage = Partial<Record<Stage | 'silent', number>>

/** The tally in memory. '' is no office. */
export type Figures = { all: ByStage; byAgency: ReadonlyMap<string, ByStage> }

/** The exact figures: the folded tally and the changes since. Two small tables, no report is counted. */
export async function readFigures(db: Db): Promise<Figures> {
  const { rows } = await sql<{ agency_id: string; stage: Stage | 'silent'; n: number }>`
    select agency_id, standing.stage, sum(n)::bigint as n from (
      select agency_id, stage, manner, n from publication.tally
      union all
      select agency_id, stage, manner, change from publication.tally_change
    ) told cross join lateral (values (told.stage), (case manner when 'silent' then manner end)) standing (stage)
    where standing.stage is not null group by agency_id, standing.stage having sum(n) <> 0`.execute(db)
  const byAgency = new Map<string, ByStage>()
  for (const { agency_id, stage, n } of rows) byAgency.set(agency_id, { ...byAgency.get(agency_id), [stage]: n })
  return { all: sumOf([...byAgency.values()]), byAgency }
}

/** The figures, read again when they are older than this; lists and pages ask for them at every visit. */
export function makeFigures(db: Db, keepMs = 1000): () => Promise<Figures> {
  let kept: Promise<Figures> | undefined
  let at = 0
  return () => {
    if (!kept || Date.now() - at >= keepMs) {
      at = Date.now()
      kept = readFigures(db).catch((error) => {
        kept = undefined
        throw error
      })
    }
    return kept
  }
}

/** Finished = closed; unhandled = received and forwarded; in process = the rest (domain, section 5). */
export function threeNumbers(stages: ByStage): ThreeNumbers {
  const of = (stage: Stage) => stages[stage] ?? 0
  return {
    finished: of('closed'),
    unhandled: of('received') + of('forwarded'),
    inProcess: of('on_hold') + of('in_progress') + of('answered'),
  }
}

/** Reports that the three numbers are taken from. */
export function countedIn(stages: ByStage): number {
  const { finished, inProcess, unhandled } = threeNumbers(stages)
  return finished + inProcess + unhandled
}

export function sumOf(parts: readonly ByStage[]): ByStage {
  const sum: ByStage = {}
  for (const part of parts)
    for (const [stage, n] of Object.entries(part) as [keyof ByStage, number][]) sum[stage] = (sum[stage] ?? 0) + n
  return sum
}
