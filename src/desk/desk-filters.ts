import { cleanLine } from '../intake/clean-text.ts'
import type { Kind } from '../intake/intake.ts'
import { plainSymbols } from '../report/tracking-id.ts'

export const kinds = ['complaint', 'aspiration', 'information_request'] as const satisfies readonly Kind[]

/** What a desk list is narrowed to. `number`: as typed; `id`: the same as part of a tracking ID, in our symbols. */
export type DeskFilters = {
  number?: string
  id?: string
  kind?: Kind
  overdue?: true
  returned?: true
  unlooked?: true
}

/** From the query of an address (`q`, `klasifikasi`, `lewat`, `kembali`, `lama`); whatever is not known is left out. */
export function readDeskFilters(query: Readonly<Record<string, string | undefined>>): DeskFilters {
  const number = cleanLine(query.q ?? '').slice(0, 200)
  const id = plainSymbols(number).slice(0, 9)
  const kind = kinds.find((name) => name === query.klasifikasi)
  return {
    ...(number ? { number } : {}),
    ...(id ? { id } : {}),
    ...(kind ? { kind } : {}),
    ...(query.lewat ? { overdue: true } : {}),
    ...(query.kembali ? { returned: true } : {}),
    ...(query.lama ? { unlooked: true } : {}),
  }
}

/** The same as a query again, for links that keep the filters. */
export function filterQuery(filters: DeskFilters, more: Readonly<Record<string, string | undefined>> = {}): string {
  const entries = {
    q: filters.number,
    klasifikasi: filters.kind,
    lewat: filters.overdue && '1',
    kembali: filters.returned && '1',
    lama: filters.unlooked && '1',
    ...more,
  }
  const query = new URLSearchParams(Object.entries(entries).filter((entry): entry is [string, string] => !!entry[1]))
  return query.size > 0 ? `?${query}` : ''
}
