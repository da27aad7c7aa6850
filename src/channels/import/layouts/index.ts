import type { Layout } from '../imported-report.ts'
import { lapor2017 } from './lapor-2017.ts'
import { lapor2021 } from './lapor-2021.ts'
import { sp4nExport } from './sp4n-export.ts'
import { surabaya2022 } from './surabaya-2022.ts'

/** Every layout we can read. A new one is a file here and a line in this list. */
export const layouts: readonly Layout[] = [sp4nExport, lapor2017, surabaya2022, lapor2021]

/** The layout whose columns these are. */
export function layoutOf(columns: readonly string[]): Layout | undefined {
  const known = new Set(columns.map((name) => name.trim()))
  return layouts.find((layout) => layout.recognises(known))
}
