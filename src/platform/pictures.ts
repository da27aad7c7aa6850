import type { default as SharpMaker, Sharp } from 'sharp'
import { atMost } from './at-most.ts'

/** A picture as we keep it: JPEG, sRGB, upright, no metadata, nothing behind its end. */
export type Picture = { bytes: Buffer; width: number; height: number }

export type PictureRefusal = 'empty' | 'too_big' | 'not_a_picture' | 'heic' | 'too_many_pixels' | 'broken'

export type Reencoded = { ok: true; picture: Picture; thumbnail: Picture } | { ok: false; reason: PictureRefusal }

export type PictureLimits = {
  maxBytes: number
  maxPixels: number
  /** Longest edge of the kept picture, in pixels. */
  maxEdge: number
  thumbnailEdge: number
}

export const pictureLimits: PictureLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxPixels: 50_000_000,
  maxEdge: 1600,
  thumbnailEdge: 320,
}

let loaded: Promise<typeof SharpMaker> | undefined

/**
 * The drawing library, loaded with the first picture: most processes never see one. Only the three decoders we want exist
 * in this process; whatever a file pretends to be, no other parser sees it.
 */
export function drawer(): Promise<typeof SharpMaker> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    })
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  })
  return loaded
}

export const inTurn = atMost(2)

/** A decoder that needs longer was given a picture made to be slow. */
const maxSeconds = 20

/**
 * The picture that a citizen or officer sent, decoded and drawn anew with a small one beside it, or why not. JPEG, PNG and WebP
 * are known by their content, never by name or announced type; of an animation the first frame is kept. The original is not
 * kept anywhere. Two at a time. Never throws because of what was sent.
 */
export async function reencodePicture(sent: Uint8Array, limits = pictureLimits): Promise<Reencoded> {
  if (sent.length === 0) return { ok: false, reason: 'empty' }
  if (sent.length > limits.maxBytes) return { ok: false, reason: 'too_big' }
  const format = formatOf(sent)
  if (format !== 'picture') return { ok: false, reason: format }
  try {
    return await inTurn(() => redraw(sent, limits))
  } catch (error) {
    return { ok: false, reason: isPixelLimit(error) ? 'too_many_pixels' : 'broken' }
  }
}

export async function redraw(sent: Uint8Array, limits: PictureLimits): Promise<Reencoded> {
  const sharp = await drawer()
  const opened = sharp(sent, { limitInputPixels: limits.maxPixels, failOn: 'error', pages: 1 })
  const { width, height } = await opened.metadata()
  if (width * height > limits.maxPixels) return { ok: false, reason: 'too_many_pixels' }
  const picture = await draw(opened.autoOrient(), limits.maxEdge, 80)
  const thumbnail = await draw(sharp(picture.bytes), limits.thumbnailEdge, 70)
  return { ok: true, picture, thumbnail }
}

/** sharp writes no metadata, no colour profile and no embedded thumbnail unless asked to. */
async function draw(image: Sharp, edge: number, quality: number): Promise<Picture> {
  const { data, info } = await image
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality })
    .timeout({ seconds: maxSeconds })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

function formatOf(bytes: Uint8Array): 'picture' | 'heic' | 'not_a_picture' {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n')) return 'picture'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'picture'
  if (head.slice(4, 8) === 'ftyp' && /^(?:hei[cmxs]|hev[cmxs]|mif1|msf1)/.test(head.slice(8, 12))) return 'heic'
  return 'not_a_picture'
}

function isPixelLimit(error: unknown): boolean {
  return error instanceof Error && /pixel limit|too large|dimension/i.test(error.message)
}
