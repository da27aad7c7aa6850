import { gridSide, type PictureEdit } from '../platform/edit-picture.ts'

/** A waiting photo that shall be looked at closely; with `edit` it is changed first. */
export type PhotoWish = { id: string; edit?: PictureEdit }

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

/** What a form asks for about one photo; undefined when it asks for nothing of that kind. */
export function photoWishIn(fields: ReadonlyMap<string, string>): PhotoWish | undefined {
  const look = fields.get('foto_lihat')
  if (look) return { id: look }
  const id = fields.get('foto_ubah')
  if (!id) return undefined
  const tenths = (edge: (typeof edges)[number]) => Number(/^[0-9]$/.exec(fields.get(edgeName(edge)) ?? '')?.[0] ?? 0)
  return {
    id,
    edit: {
      blurred: cells.filter((cell) => fields.has(cellName(cell))),
      trim: { left: tenths('kiri'), right: tenths('kanan'), top: tenths('atas'), bottom: tenths('bawah') },
    },
  }
}
