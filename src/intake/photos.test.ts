import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { browse, hiddenIn, textOf } from './testing/browse.ts'
import { aPhoto, badPhotos } from './testing/photos.ts'

const db = await testDatabase()
const deps = testDeps(db)
const { app, get, post, file, formKey } = browse(db, deps)

async function photosOf(text: string) {
  return db.owner
    .selectFrom('casework.attachment as a')
    .innerJoin('casework.content as c', 'c.report_id', 'a.report_id')
    .select(['a.id', 'a.seq', 'a.position', 'a.width', 'a.created_at'])
    .where('c.text', '=', text)
    .orderBy('a.position')
    .execute()
}

describe('photos', () => {
  test('come with the report that they were sent with, drawn anew', async () => {
    await file({ cerita: 'Dengan dua foto.' }, [await aPhoto('a.jpg', 400), await aPhoto('b.jpg', 300)])
    const photos = await photosOf('Dengan dua foto.')
    expect(photos.map(({ seq, position, width }) => [seq, position, width])).toEqual([
      [1, 1, 400],
      [1, 2, 300],
    ])
    const kept = readdirSync(deps.uploadsDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(deps.uploadsDir, name))
      .filter((path) => statSync(path).isFile())
    expect(kept).toHaveLength(4)
    for (const path of kept) {
      expect(readFileSync(path).includes('KENARI-EXIF')).toBe(false)
      expect(readFileSync(path).subarray(0, 2).toString('hex')).not.toBe('ffd8')
    }
  })

  test('that came with a form to be put right wait for it, and are shown again', async () => {
    const formulir = await formKey()
    const wrong = await post('/lapor', { formulir, cerita: '' }, [await aPhoto()])
    const html = await wrong.text()
    const [, src = ''] = /<img src="(\/lapor\/foto\/[^"]+)"/.exec(html) ?? []
    const picture = await get(src)
    expect(wrong.status).toBe(422)
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
    await post('/lapor', { formulir, cerita: 'Fotonya menunggu.', langkah: 'kirim' })
    expect(await photosOf('Fotonya menunggu.')).toHaveLength(1)
    expect((await get(src)).status).toBe(404)
  })

  test('sent twice by one form are one; a tick takes one away', async () => {
    const formulir = await formKey()
    const photos = [await aPhoto('a.jpg', 400), await aPhoto('b.jpg', 300)]
    await post('/lapor', { formulir, cerita: '' }, photos)
    const html = await (await post('/lapor', { formulir, cerita: '' }, photos)).text()
    const [first = ''] = html.match(/buang-[0-9a-f-]{36}/) ?? []
    expect(html.match(/<img src="\/lapor\/foto/g)).toHaveLength(2)
    await post('/lapor', { formulir, cerita: 'Satu dibuang.', [first]: '1' })
    await post('/lapor', { formulir, cerita: 'Satu dibuang.', langkah: 'kirim' })
    expect(await photosOf('Satu dibuang.')).toHaveLength(1)
  })

  test('of another form cannot be seen or taken away', async () => {
    const [mine, other] = [await formKey(), await formKey()]
    const html = await (await post('/lapor', { formulir: mine, cerita: '' }, [await aPhoto()])).text()
    const [, id = ''] = /buang-([0-9a-f-]{36})/.exec(html) ?? []
    expect((await get(`/lapor/foto/${other}/${id}`)).status).toBe(404)
    await post('/lapor', { formulir: other, cerita: '', [`buang-${id}`]: '1' })
    expect((await get(`/lapor/foto/${mine}/${id}`)).status).toBe(200)
  })

  test('beyond ten stay out', async () => {
    const photos = await Promise.all(Array.from({ length: 12 }, (_, at) => aPhoto(`${at}.jpg`, 40 + at)))
    const check = await post('/lapor', { formulir: await formKey(), cerita: 'Dua belas foto.' }, photos)
    expect(textOf(await check.text())).toContain('11.jpg : lebih dari 10 foto')
  })

  test('tell nothing of when, of a report without identity', async () => {
    await file({ cerita: 'Foto tanpa identitas.', tanpa_identitas: '1' }, [await aPhoto()])
    const [photo] = await photosOf('Foto tanpa identitas.')
    expect(photo?.created_at.getTime()).toSatisfy((ms: number) => ms % 3_600_000 === 0)
    expect(photo?.id.charAt(14)).toBe('8')
  })
})

describe('bad photos', () => {
  test('are refused one by one with a reason; the good one and the words stay', async () => {
    const bad = await badPhotos()
    const formulir = await formKey()
    const files = [...bad.map((one) => one.file), await aPhoto('bagus.jpg')]
    const check = await post('/lapor', { formulir, cerita: 'Delapan foto, satu bagus.' }, files)
    const html = await check.text()
    expect(check.status).toBe(200)
    for (const { file: one, says } of bad)
      expect(textOf(html)).toMatch(new RegExp(`${one.name.replace('.', '\\.')} : [^.]*${says}`))
    expect((await post('/lapor', { ...hiddenIn(html), langkah: 'kirim' })).status).toBe(303)
    expect(await photosOf('Delapan foto, satu bagus.')).toHaveLength(1)
  })

  test('do not keep a report from being sent, not even when every one fails', async () => {
    const files = (await badPhotos()).map((one) => one.file)
    expect((await file({ cerita: 'Semua fotonya gagal.' }, files)).status).toBe(303)
    expect(await photosOf('Semua fotonya gagal.')).toEqual([])
  })

  test('with script for a name are named harmlessly', async () => {
    const named = new File(['x'], '<script>alert(1)</script>.jpg')
    const html = await (await post('/lapor', { formulir: await formKey(), cerita: 'Nama berkas.' }, [named])).text()
    expect(html).not.toContain('<script>alert')
  })

  test('of a hundred megabytes are not held in memory, and the words before and after them stay', async () => {
    const formulir = await formKey()
    const edge = 'sempadan'
    const part = (name: string, value: string) =>
      `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const head = `${part('formulir', formulir)}${part('cerita', 'Foto seratus megabita.')}--${edge}\r\nContent-Disposition: form-data; name="foto"; filename="besar.jpg"\r\n\r\n`
    const tail = `\r\n${part('lokasi', 'Oebobo')}--${edge}--\r\n`
    const block = new Uint8Array(1024 * 1024)
    let sent = -1
    let most = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        most = Math.max(most, process.memoryUsage().arrayBuffers)
        if (sent < 0) controller.enqueue(Buffer.from(head))
        else if (sent < 100) controller.enqueue(block)
        else {
          controller.enqueue(Buffer.from(tail))
          controller.close()
        }
        sent++
      },
    })
    const before = process.memoryUsage().arrayBuffers
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
    const request = new Request('http://lapor.test/lapor', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit)
    const check = await app.request(request)
    const html = await check.text()
    expect(check.status).toBe(200)
    expect(textOf(html)).toContain('besar.jpg : lebih besar dari 10 MB')
    expect(hiddenIn(html)).toMatchObject({ cerita: 'Foto seratus megabita.', lokasi: 'Oebobo' })
    expect(most - before).toBeLessThan(60 * 1024 * 1024)
  })
})
