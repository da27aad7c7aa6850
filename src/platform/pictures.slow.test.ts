import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pictureLimits, reencodePicture } from './pictures.ts'

/** A photograph-like picture: noise, so that it does not compress away. */
function aPhoto(width = 800, height = 600) {
  return sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
}

async function accepted(sent: Uint8Array) {
  const result = await reencodePicture(sent)
  if (!result.ok) throw new Error(`Refused: ${result.reason}`)
  return result
}

/** A PNG of one announced size whose pixels are only a few zero bytes. */
function aPngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

describe('a picture that is kept', () => {
  test.each([
    ['JPEG', () => aPhoto().jpeg().toBuffer()],
    ['progressive JPEG', () => aPhoto().jpeg({ progressive: true }).toBuffer()],
    ['PNG', () => aPhoto().png().toBuffer()],
    ['WebP', () => aPhoto().webp().toBuffer()],
    ['grey PNG', () => aPhoto().greyscale().png().toBuffer()],
    ['CMYK JPEG', () => aPhoto().toColourspace('cmyk').jpeg().toBuffer()],
  ])('comes from a %s and is one JPEG with a small one beside it', async (_, make) => {
    const { picture, thumbnail } = await accepted(await make())
    expect([picture.width, picture.height]).toEqual([800, 600])
    expect([thumbnail.width, thumbnail.height]).toEqual([320, 240])
    const kept = await sharp(picture.bytes).metadata()
    expect([kept.format, kept.space, kept.width]).toEqual(['jpeg', 'srgb', 800])
    expect((await sharp(thumbnail.bytes).metadata()).format).toBe('jpeg')
  })

  test('has at most 1,600 pixels on its longest edge and is never enlarged', async () => {
    expect((await accepted(await aPhoto(2000, 500).jpeg().toBuffer())).picture).toMatchObject({
      width: 1600,
      height: 400,
    })
    expect((await accepted(await aPhoto(20, 10).png().toBuffer())).thumbnail).toMatchObject({ width: 20, height: 10 })
    expect((await accepted(await aPhoto(5000, 1).png().toBuffer())).picture).toMatchObject({ width: 1600, height: 1 })
  })

  test('carries no metadata: place, owner, device and profile are gone, and it stands upright', async () => {
    const sent = await aPhoto(800, 600)
      .withExif({
        IFD0: { Artist: 'Marta KENARI-EXIF', Make: 'KENARI-EXIF' },
        IFD3: {
          GPSLatitudeRef: 'S',
          GPSLatitude: '10/1 10/1 37/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '123/1 36/1 25/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">KENARI-EXIF</x:xmpmeta>')
      .withIccProfile('p3')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(sent.includes('KENARI-EXIF')).toBe(true)
    const { picture, thumbnail } = await accepted(sent)
    expect([picture.width, picture.height]).toEqual([600, 800])
    for (const { bytes } of [picture, thumbnail]) {
      const kept = await sharp(bytes).metadata()
      expect([kept.exif, kept.xmp, kept.icc, kept.iptc, kept.orientation]).toEqual(Array(5).fill(undefined))
      expect(bytes.includes('KENARI-EXIF')).toBe(false)
      expect(bytes.includes('Exif')).toBe(false)
    }
  })

  test('has nothing behind its end: a page or archive hung on to it is gone', async () => {
    const hung = Buffer.from('<html><script>alert("KENARI-EKOR")</script>PK\x03\x04')
    const { picture } = await accepted(Buffer.concat([await aPhoto().jpeg().toBuffer(), hung]))
    expect(picture.bytes.includes('KENARI-EKOR')).toBe(false)
    expect([...picture.bytes.subarray(-2)]).toEqual([0xff, 0xd9])
  })

  test('is the first frame of an animation', async () => {
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 40, height: 30, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const animated = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer()
    const { picture } = await accepted(animated)
    expect([picture.width, picture.height]).toEqual([40, 30])
    const { dominant } = await sharp(picture.bytes).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
  })

  test('shows white where it was see-through', async () => {
    const clear = await sharp({ create: { width: 10, height: 10, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const { channels } = await sharp((await accepted(clear)).picture.bytes).stats()
    expect(channels.every((channel) => channel.min > 250)).toBe(true)
  })
})

describe('a picture that is refused alone', () => {
  test.each([
    ['0 bytes', Buffer.alloc(0), 'empty'],
    ['more than 10 MB', Buffer.alloc(pictureLimits.maxBytes + 1, 0xff), 'too_big'],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'not_a_picture'],
    [
      'an SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'not_a_picture',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'not_a_picture'],
    ['a page', Buffer.from('<!doctype html><img src=x onerror=alert(1)>'), 'not_a_picture'],
    ['text', Buffer.from('bukan foto'), 'not_a_picture'],
    ['a HEIC from a phone', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1'), 'heic'],
    ['an AVIF', Buffer.from('\x00\x00\x00\x18ftypavif\x00\x00\x00\x00', 'latin1'), 'not_a_picture'],
    ['a JPEG in name only', Buffer.from('\xff\xd8\xff\xe0 and then nothing of the kind', 'latin1'), 'broken'],
    ['a WebP in name only', Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ', 'latin1'), 'broken'],
    ['a PNG that claims 60,000 × 60,000 pixels', aPngThatClaims(60_000, 60_000), 'too_many_pixels'],
    ['a PNG that claims 51 million pixels', aPngThatClaims(51_000, 1000), 'too_many_pixels'],
    ['a PNG that claims no pixels', aPngThatClaims(0, 0), 'broken'],
    ['a PNG with too few pixels', aPngThatClaims(400, 400), 'broken'],
  ])('%s', async (_, sent, reason) => {
    expect(await reencodePicture(sent)).toEqual({ ok: false, reason })
  })

  test.each([
    ['JPEG', () => aPhoto().jpeg().toBuffer()],
    ['PNG', () => aPhoto().png().toBuffer()],
    ['WebP', () => aPhoto().webp().toBuffer()],
  ])('a %s that broke off on its way', async (_, make) => {
    const whole = await make()
    for (const part of [0.02, 0.5, 0.9]) {
      expect(await reencodePicture(whole.subarray(0, Math.floor(whole.length * part)))).toEqual({
        ok: false,
        reason: 'broken',
      })
    }
  })

  test('no picture damaged at random breaks anything', async () => {
    const whole = await aPhoto(60, 40).jpeg().toBuffer()
    for (let turn = 0; turn < 100; turn++) {
      const damaged = Buffer.from(whole)
      for (let hit = 0; hit < 5; hit++) damaged[(turn * 97 + hit * 31) % damaged.length] = (turn * 13 + hit) % 256
      expect(typeof (await reencodePicture(damaged)).ok).toBe('boolean')
    }
  })
})
