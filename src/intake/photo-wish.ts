import { gridSide, type PictureEdit } from '../platform/edit-picture.ts'

/** A waiting photo that shall be looked at closely; with `edit` it is changed first. `leaves`: and the form goes on from it. */
export type PhotoWish = { id: string; edit?: PictureEdit; leaves?: true }

/** The field that says which photo the page shows, whichever button is pressed on it. */
export const shownPhoto = 'foto_tampak'

export const edges = ['kiri', 'kanan', 'atas', 'bawah'] as const

export const cells: readonly number[] = Array.from({ length: gridSide * gridSide }, (_, cell) => cell)

/** The field of one cell of the grid. */
export function cellName(cell: number): string {
  return `kabur-${cell}`
}

/** The field of one edge: how many tenths go there. */
export function edgeName(edge: (typeof edges)[number]): string {
  return `tepi-${edge}`
}

/** What a form asks for about one photo; undefined when it asks for nothing of that kind. What is ticked counts for every button. */
export function photoWishIn(fields: ReadonlyMap<string, string>): PhotoWish | undefined {
  const look = fields.get('foto_lihat')
  if (look) return { id: look }
  const asked = fields.get('foto_ubah')
  const id = asked ?? fields.get(shownPhoto)
  if (!id) return undefined
  const tenths = (edge: (typeof edges)[number]) => Number(/^[0-9]$/.exec(fields.get(edgeName(edge)) ?? '')?.[0] ?? 0)
  const edit = {
    blurred: cells.filter((cell) => fields.has(cellName(cell))),
    trim: { left: tenths('kiri'), right: tenths('kanan'), top: tenths('atas'), bottom: tenths('bawah') },
  }
  if (asked) return { id, edit }
  return changesNothing(edit) ? undefined : { id, edit, leaves: true }
}

export function changesNothing({ blurred, trim }: PictureEdit): boolean {
  return blurred.length === 0 && Object.values(trim).every((tenths) => tenths === 0)
}
