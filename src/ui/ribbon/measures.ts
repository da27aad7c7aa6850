/** The ribbon's measures, in CSS pixels. A full week is 232 wide: one fits on a 320 px phone, three in a column of text. */
export const wide = 40
export const narrow = 16
export const fullWeek = 5 * wide + 2 * narrow
export const foldWidth = 56

/** Heights from the top: the flag's lane, names of the clocks, cells, the axis of days, dates, weekdays, days off. */
export const lanes = {
  flag: 12,
  name: 27,
  cellTop: 34,
  cellHeight: 20,
  axis: 66,
  date: 89,
  weekday: 103,
  offFirst: 121,
  offStep: 15,
  bottom: 110,
} as const

export const middleOfCells = lanes.cellTop + lanes.cellHeight / 2
