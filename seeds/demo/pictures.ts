import sharp from 'sharp'

type Colour = readonly [red: number, green: number, blue: number]
type Shape = { colour: Colour; holds(x: number, y: number): boolean }

const width = 1200
const height = 800

// Painted pixel by pixel rather than from SVG: the process that keeps pictures has no SVG decoder, on purpose.
const scenes = {
  pothole: [
    box('#cfe0e8', 0, 0, 1200, 230),
    box('#9aa57f', 0, 190, 1200, 60),
    band('#e9e4d0', 590, 610, 540, 660, 250),
    oval('#4b5057', 850, 420, 110, 34),
    oval('#5a5f66', 420, 560, 250, 92),
    oval('#3c4046', 425, 572, 215, 70),
    oval('#6d8594', 440, 584, 160, 44),
  ],
  lamp: [
    box('#2b2f36', 0, 640, 1200, 160),
    box('#263149', 120, 380, 300, 270),
    triangle('#1a2236', 270, 280, 100, 440, 380),
    box('#e8c46a', 170, 440, 60, 70),
    box('#33405c', 310, 440, 60, 70),
    box('#4c5563', 590, 90, 22, 580),
    box('#4c5563', 590, 80, 210, 18),
    box('#39404c', 770, 84, 110, 40),
    oval('#59606b', 825, 130, 34, 9),
    oval('#d9dde6', 1040, 130, 34, 34),
  ],
  flood: [
    box('#d8c9a8', 90, 220, 420, 330),
    triangle('#8c4a3c', 300, 100, 60, 540, 230),
    box('#6b4a35', 240, 360, 110, 190),
    box('#c9d2bd', 700, 260, 380, 290),
    box('#55606b', 670, 230, 440, 40),
    wave('#a9977b', 470),
    wave('#8f7d62', 486),
  ],
} as const satisfies Record<string, readonly Shape[]>

const grounds: Record<Scene, Colour> = { pothole: rgb('#8d939b'), lamp: rgb('#1d2740'), flood: rgb('#b9c3c9') }

export type Scene = keyof typeof scenes

/** A painted scene as a JPEG of 1200 × 800 pixels, as a telephone would send it: nobody's photograph. Each is painted once. */
export function paintScene(scene: Scene): Promise<Buffer> {
  const known = painted.get(scene) ?? paint(scene)
  painted.set(scene, known)
  return known
}

const painted = new Map<Scene, Promise<Buffer>>()

async function paint(scene: Scene): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  const shapes: Shape[] = [...scenes[scene]].reverse()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = shapes.find((shape) => shape.holds(x, y))?.colour ?? grounds[scene]
      const grain = ((x * 7919 + y * 104_729) % 13) - 6
      const at = (y * width + x) * 3
      pixels[at] = bounded(red + grain)
      pixels[at + 1] = bounded(green + grain)
      pixels[at + 2] = bounded(blue + grain)
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer()
}

function box(colour: string, left: number, top: number, across: number, down: number): Shape {
  return { colour: rgb(colour), holds: (x, y) => x >= left && x < left + across && y >= top && y < top + down }
}

function oval(colour: string, cx: number, cy: number, rx: number, ry: number): Shape {
  return { colour: rgb(colour), holds: (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1 }
}

/** Apex at (x, top), its base from `left` to `right` at `bottom`. */
function triangle(colour: string, apex: number, top: number, left: number, right: number, bottom: number): Shape {
  return {
    colour: rgb(colour),
    holds: (x, y) => {
      const down = (y - top) / (bottom - top)
      return down >= 0 && down <= 1 && x >= apex + (left - apex) * down && x <= apex + (right - apex) * down
    },
  }
}

/** A stripe that widens towards the viewer, from `top` to the lower edge. */
function band(colour: string, left: number, right: number, leftEnd: number, rightEnd: number, top: number): Shape {
  return {
    colour: rgb(colour),
    holds: (x, y) => {
      const down = (y - top) / (height - top)
      return down >= 0 && x >= left + (leftEnd - left) * down && x <= right + (rightEnd - right) * down
    },
  }
}

function wave(colour: string, top: number): Shape {
  return { colour: rgb(colour), holds: (x, y) => y >= top + 9 * Math.sin(x / 38) }
}

function rgb(hex: string): Colour {
  const number = Number.parseInt(hex.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

function bounded(value: number): number {
  return Math.max(0, Math.min(255, value))
}
