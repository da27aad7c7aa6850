import sharp from 'sharp'

/** A photo as a phone takes it: a place, a camera and a thumbnail's worth of secrets in its metadata. */
export function phonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#7a6a55' } })
    .withExif({
      IFD0: { Make: 'Kamera Marta', Copyright: 'Marta Bire' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '10/1 9/1 55/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '123/1 36/1 36/1',
      },
    })
    .jpeg()
    .toBuffer()
}

/** What is known of a picture beside its pixels. */
export async function metadataIn(picture: Buffer): Promise<string[]> {
  const { exif, xmp, iptc, tifftagPhotoshop, comments } = await sharp(picture).metadata()
  const told = { exif, xmp, iptc, tifftagPhotoshop, comments }
  return Object.entries(told).flatMap(([name, found]) => (found ? [name] : []))
}
