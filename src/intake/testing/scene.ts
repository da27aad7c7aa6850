import sharp from 'sharp'

/**
 * A photo whose left half is red and whose right half is blue, with fine stripes over it; and inside it, as cameras put it, a
 * thumbnail of the whole scene. @param shade makes it another photo
 */
export async function aSceneWithThumbnail(shade = 0): Promise<{ photo: File; thumbnail: Buffer }> {
  const [width, height] = [400, 320]
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const x = at % width
    const stripe = x % 4 < 2 ? 255 : 0
    pixels.set(x < width / 2 ? [stripe, 0, shade] : [0, shade, stripe], at * 3)
  }
  const scene = sharp(pixels, { raw: { width, height, channels: 3 } })
  const photo = await scene.clone().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
  const thumbnail = await scene.clone().resize(160, 128).jpeg().toBuffer()
  const whole = Buffer.concat([photo.subarray(0, 2), exifWith(thumbnail), photo.subarray(2)])
  return { photo: new File([new Uint8Array(whole)], 'adegan.jpg', { type: 'image/jpeg' }), thumbnail }
}

/** An APP1 segment whose second directory holds a thumbnail (EXIF 2.3, section 4.5.5). */
function exifWith(thumbnail: Buffer): Buffer {
  const entry = (tag: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(4, 2)
    bytes.writeUInt32LE(1, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const u16 = (value: number) => Buffer.from([value & 255, value >> 8])
  const u32 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, 0, 0])
  const thumbnailAt = 44
  const tiff = Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    u16(0),
    u32(14),
    u16(2),
    entry(0x0201, thumbnailAt),
    entry(0x0202, thumbnail.length),
    u32(0),
    thumbnail,
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([head, body])
}
