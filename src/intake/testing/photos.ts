import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** A photo that a camera might have made, of the given size in pixels. */
export async function aPhoto(name = 'jalan.jpg', side = 400, shade = 120): Promise<File> {
  const background = { r: shade, g: 90, b: 60 }
  const bytes = await sharp({ create: { width: side, height: side, channels: 3, background } })
    .withExif({ IFD0: { Copyright: 'KENARI-EXIF' } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
}

/** The bad sorts: what arrives, and why it stays out. */
export async function badPhotos(): Promise<{ file: File; says: string }[]> {
  const good = new Uint8Array(await (await aPhoto()).arrayBuffer())
  const flood = await aFlood()
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
  const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name, { type: 'image/jpeg' })
  return [
    { file: file('kosong.jpg', new Uint8Array()), says: 'kosong' },
    { file: file('terpotong.jpg', good.slice(0, good.length / 2)), says: 'rusak' },
    { file: file('bukan.jpg', new TextEncoder().encode('<svg onload=alert(1)></svg>')), says: 'bukan foto' },
    { file: file('halaman.jpg', new TextEncoder().encode('GIF89a<script>alert(1)</script>')), says: 'bukan foto' },
    { file: file('banjir.png', new Uint8Array(flood)), says: 'terlalu besar ukurannya' },
    { file: file('iphone.heic', new Uint8Array(heic)), says: 'HEIC' },
    { file: file('raksasa.jpg', new Uint8Array(11 * 1024 * 1024)), says: 'lebih besar dari 10 MB' },
  ]
}

/** A small PNG whose head says that it is 60,000 pixels wide and high. */
async function aFlood(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}
