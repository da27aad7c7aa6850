/** What somebody should look at once: kept with the report, never a reason to refuse it. */
export const flags = [
  'outside_indonesia',
  'no_way_back',
  'words_taken_back',
  'odd_date_filed_unreadable',
  'odd_date_filed_in_future',
  'odd_date_answered_unreadable',
  'odd_date_answered_in_future',
  'odd_date_answered_before_filed',
  'odd_row_cell_count',
  'odd_row_open_quote',
  'odd_row_rows_inside',
  'imported_unlooked',
] as const
export type Flag = (typeof flags)[number]

/** The stored flags that we know. */
export function readFlags(stored: readonly string[]): Flag[] {
  return flags.filter((flag) => stored.includes(flag))
}
