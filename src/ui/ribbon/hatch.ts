/**
 * Slanted strokes that fill a box exactly, as path data: drawn, not a pattern, so that it needs no id and prints.
 * All measures in pixels; strokes are 4 apart and rise to the right.
 */
export function hatch(x: number, y: number, width: number, height: number): string {
  const strokes: string[] = []
  for (let offset = 4; offset < width + height; offset += 4) {
    const startX = x + Math.max(0, offset - height)
    const startY = y + Math.min(height, offset)
    const length = Math.min(x + width - startX, startY - y)
    strokes.push(`M${startX} ${startY}l${length}-${length}`)
  }
  return strokes.join('')
}
