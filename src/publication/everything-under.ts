import type { Directory } from '../agencies/directory.ts'

/**
 * The offices with a coordinator at and below `id`: public reports are kept by them. A unit stands for the office it
 * belongs to, since who works on a report inside an office is not public.
 */
export function agenciesUnder(directory: Directory, id: string): string[] {
  const top = directory.agency(id)?.rootId ?? id
  const under = below(top, directory.agencies)
  return [...new Set(under.map((each) => directory.agency(each)?.rootId ?? each))]
}

/** Every office below `id`, itself left out. */
export function unitsUnder(directory: Directory, id: string): string[] {
  return below(id, directory.agencies).slice(1)
}

/** The category and all below it. */
export function categoriesUnder(directory: Directory, id: string): string[] {
  return below(id, directory.categories)
}

/** A loop in the rows ends the walk. */
function below(top: string, rows: readonly { id: string; parentId: string | null }[]): string[] {
  const found = new Set([top])
  for (const id of found) for (const row of rows) if (row.parentId === id) found.add(row.id)
  return [...found]
}
