import { drawer, inTurn, type PictureLimits, pictureLimits, type Reencoded, redraw } from './pictures.ts'

/** Cells in a row and in a column of the grid over a picture; numbered from 0, row by row. */
export const gridSide = 4

/** Tenths of the picture that go at each edge. */
export type Trim = { left: number; right: number; top: number; bottom: number }

export type PictureEdit = { blurred: readonly number[]; trim: Trim }

/** How many points are left of a blurred cell's width and height: too few for a face, a plate or a sign. */
const pointsLeft = 3

/**
 * A picture of ours with cells made unreadable and edges taken away, drawn anew with its small one. Nothing of what was there
 * is kept: a blurred cell is drawn from nine points. @param kept as `reencodePicture` made it; anything else may be refused
 */
export async function editPicture(
  kept: Uint8Array,
  { blurred, trim }: PictureEdit,
  limits: PictureLimits = pictureLimits,
): Promise<Reencoded> {
  try {
    return await inTurn(async () => {
      const sharp = await drawer()
      const { width, height } = await sharp(kept).metadata()
      const tiles = await Promise.all(
        [...new Set(blurred)].filter(isCell).map(async (cell) => {
          const box = boxOf(cell, width, height)
          return {
            input: await coarse(await sharp(kept).extract(box).png().toBuffer(), box),
            left: box.left,
            top: box.top,
          }
        }),
      )
      const painted = await sharp(kept).composite(tiles).png().toBuffer()
      const cut = await sharp(painted)
        .extract(frameOf(trim, width, height))
        .png()
        .toBuffer()
      return redraw(cut, limits)
    })
  } catch {
    return { ok: false, reason: 'broken' }
  }
}

type Box = { left: number; top: number; width: number; height: number }

async function coarse(cell: Uint8Array, { width, height }: Box): Promise<Buffer> {
  const sharp = await drawer()
  const few = await sharp(cell).resize(pointsLeft, pointsLeft, { fit: 'fill' }).png().toBuffer()
  return sharp(few).resize(width, height, { fit: 'fill', kernel: 'nearest' }).png().toBuffer()
}

function isCell(cell: number): boolean {
  return Number.isInteger(cell) && cell >= 0 && cell < gridSide * gridSide
}

/** Neighbouring cells share their edge, so that no line between them is left. */
function boxOf(cell: number, width: number, height: number): Box {
  const [column, row] = [cell % gridSide, Math.floor(cell / gridSide)]
  const left = Math.floor((width * column) / gridSide)
  const top = Math.floor((height * row) / gridSide)
  const right = Math.max(left + 1, Math.ceil((width * (column + 1)) / gridSide))
  const bottom = Math.max(top + 1, Math.ceil((height * (row + 1)) / gridSide))
  return { left, top, width: Math.min(right, width) - left, height: Math.min(bottom, height) - top }
}

/** What is left inside the trimmed edges; at least a tenth each way, whatever was asked. */
function frameOf(trim: Trim, width: number, height: number): Box {
  const [left, across] = inside(trim.left, trim.right, width)
  const [top, down] = inside(trim.top, trim.bottom, height)
  return { left, top, width: across, height: down }
}

function inside(before: number, after: number, length: number): [number, number] {
  const from = Math.min(Math.max(0, before), 9)
  const gone = Math.min(Math.max(0, after), 9 - from)
  const start = Math.min(length - 1, Math.round((length * from) / 10))
  return [start, Math.max(1, Math.round((length * (10 - gone)) / 10) - start)]
}
