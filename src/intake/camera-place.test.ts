import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { readPicture } from '../report/kept-pictures.ts'
import { testDeps } from '../testing/test-deps.ts'
import { browse, hiddenIn } from './testing/browse.ts'
import { aSceneWithThumbnail } from './testing/scene.ts'

const db = await testDatabase()
const deps = testDeps(db)
const { get, post, formKey } = browse(db, deps)

const asked = 'Apakah tempat kamera menunjuk Anda?'

async function check(fields: Record<string, string>, photo?: File) {
  const key = await formKey()
  const page = await post(
    '/lapor',
    { formulir: key, cerita: 'Gudang itu membuang limbah.', ...fields },
    photo ? [photo] : [],
  )
  return { key, page: await page.text() }
}

const idIn = (page: string) => /name="foto_(?:lihat|ubah)" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** What lies in the store: names, and whether any file holds these bytes. */
function store(bytes?: Buffer) {
  const files = readdirSync(deps.uploadsDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const holds = files.some((file) => bytes && readFileSync(join(file.parentPath, file.name)).includes(bytes))
  return { names: files.map(({ name }) => name), holds }
}

/** Mean colour of a part of the waiting photo, as a browser gets it. Places in tenths. */
async function colourAt(key: string, id: string, left: number, top: number) {
  const answer = await get(`/lapor/foto/${key}/${id}?besar=1`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { width, height } = await sharp(bytes).metadata()
  const box = { left: Math.round((width * left) / 10), top: Math.round((height * top) / 10), width: 8, height: 8 }
  const { channels } = await sharp(await sharp(bytes).extract(box).png().toBuffer()).stats()
  return { width, height, colour: channels.map(({ mean }) => Math.round(mean)), spread: channels[0]?.stdev ?? 0 }
}

test.each([
  ['anonymous', { terlihat: 'anonim' }],
  ['confidential', { terlihat: 'rahasia' }],
  ['without identity', { tanpa_identitas: '1' }],
])('whoever reports %s with a photo is asked whether the camera gives them away', async (_name, fields) => {
  const { photo } = await aSceneWithThumbnail()
  expect((await check(fields, photo)).page).toContain(asked)
  expect((await check(fields)).page).not.toContain(asked)
})

test('whoever hides nothing is not asked', async () => {
  const { photo } = await aSceneWithThumbnail()
  expect((await check({}, photo)).page).not.toContain(asked)
})

test('a part is blurred and an edge cut without a script; the photo before is gone, and the words are kept', async () => {
  const { photo } = await aSceneWithThumbnail()
  const before = store().names
  const { key, page } = await check({ terlihat: 'anonim' }, photo)
  const id = idIn(page)
  const sharpBefore = await colourAt(key, id, 1, 1)
  const close = await (await post('/lapor', { ...hiddenIn(page), foto_lihat: id })).text()
  expect(close).toContain('Potong atau kaburkan foto 1')
  const changed = await (
    await post('/lapor', { ...hiddenIn(close), foto_ubah: id, 'kabur-0': '1', 'kabur-1': '1', 'tepi-bawah': '5' })
  ).text()
  expect(changed).toContain('Foto sudah diubah')
  const next = idIn(changed)
  expect(next).not.toBe(id)
  expect((await get(`/lapor/foto/${key}/${id}`)).status).toBe(404)
  const after = await colourAt(key, next, 1, 1)
  expect([after.width, after.height]).toEqual([sharpBefore.width, sharpBefore.height / 2])
  expect(sharpBefore.spread).toBeGreaterThan(40)
  expect(after.spread).toBeLessThan(15)
  const names = store().names.filter((name) => !before.includes(name))
  expect(names.sort()).toEqual([next, `${next}.thumb`].sort())
  const back = await (await post('/lapor', { ...hiddenIn(changed), langkah: 'periksa' })).text()
  expect(back).toContain('Gudang itu membuang limbah.')
  const sent = await post('/lapor', { ...hiddenIn(back), langkah: 'kirim' })
  expect(sent.status).toBe(303)
  const kept = await db.owner
    .selectFrom('casework.attachment')
    .select(['report_id', 'width'])
    .where('id', '=', next)
    .execute()
  expect(kept).toMatchObject([{ width: after.width }])
  expect(kept[0]?.report_id).not.toBeNull()
})

test.each([
  ['back to the check', { langkah: 'periksa' }, 'Periksa, lalu kirim'],
  ['to the form', { langkah: 'ubah' }, 'Apa yang terjadi?'],
  ['to the photo', { foto_ubah: '' }, 'Foto sudah diubah'],
])('what is ticked on the photo page is done, whichever button leads on: %s', async (_name, button, says) => {
  const { photo } = await aSceneWithThumbnail()
  const { key, page } = await check({ terlihat: 'anonim' }, photo)
  const id = idIn(page)
  const close = await (await post('/lapor', { ...hiddenIn(page), foto_lihat: id })).text()
  const pressed = Object.fromEntries(Object.entries(button).map(([name, value]) => [name, value || id]))
  const next = await post('/lapor', { ...hiddenIn(close), ...pressed, 'kabur-0': '1', 'tepi-bawah': '5' })
  const html = await next.text()
  expect([next.status, html.includes(says)]).toEqual([200, true])
  expect((await get(`/lapor/foto/${key}/${id}`)).status).toBe(404)
  const [, now = ''] = new RegExp(`/lapor/foto/${key}/([0-9a-f-]{36})`).exec(html) ?? []
  expect((await colourAt(key, now, 1, 1)).spread).toBeLessThan(15)
})

test('nothing ticked changes nothing: “Ubah foto” says so, “Selesai” goes back, and the photo is as it was', async () => {
  const { photo } = await aSceneWithThumbnail()
  const { key, page } = await check({ terlihat: 'anonim' }, photo)
  const close = await (await post('/lapor', { ...hiddenIn(page), foto_lihat: idIn(page) })).text()
  const nothing = { ...hiddenIn(close), 'tepi-kiri': '0', 'tepi-kanan': '0', 'tepi-atas': '0', 'tepi-bawah': '0' }
  const same = await (await post('/lapor', { ...nothing, foto_ubah: idIn(page) })).text()
  expect(same).toContain('Foto belum berubah: belum ada kotak yang dicentang')
  expect(same).not.toContain('Foto sudah diubah')
  expect(await (await post('/lapor', { ...nothing, langkah: 'periksa' })).text()).toContain('Periksa, lalu kirim')
  expect((await get(`/lapor/foto/${key}/${idIn(page)}`)).status).toBe(200)
})

test('ticks on a photo that was changed meanwhile are not lost without a word, and nothing is sent by them', async () => {
  const { photo } = await aSceneWithThumbnail()
  const { page } = await check({ terlihat: 'anonim' }, photo)
  const close = await (await post('/lapor', { ...hiddenIn(page), foto_lihat: idIn(page) })).text()
  await post('/lapor', { ...hiddenIn(close), foto_ubah: idIn(page), 'kabur-3': '1' })
  const stale = await post('/lapor', { ...hiddenIn(close), langkah: 'kirim', 'kabur-0': '1' })
  expect([stale.status, (await stale.text()).includes('pilihan Anda tadi tidak dipakai')]).toEqual([200, true])
})

test('a thumbnail inside the photo that shows the uncropped scene leaves no trace', async () => {
  const { photo, thumbnail } = await aSceneWithThumbnail()
  expect(Buffer.from(await photo.arrayBuffer()).includes(thumbnail)).toBe(true)
  const { page } = await check({ terlihat: 'anonim' }, photo)
  const changed = await (await post('/lapor', { ...hiddenIn(page), foto_ubah: idIn(page), 'tepi-kiri': '5' })).text()
  for (const size of ['full', 'small'] as const) {
    const bytes = Buffer.from((await readPicture(deps, idIn(changed), size)) ?? [])
    const { exif, xmp, icc } = await sharp(bytes).metadata()
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined])
    expect(bytes.includes(thumbnail.subarray(-80, -40))).toBe(false)
    expect(bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), 2)).toBe(-1)
    // The red half is what was cut away; nothing of it is left in either size.
    const { channels } = await sharp(bytes).stats()
    expect(channels[0]?.mean).toBeLessThan(90)
  }
  expect(store(thumbnail.subarray(-80, -40)).holds).toBe(false)
})

test('only the form’s own photo can be changed, and odd wishes are no error', async () => {
  const { photo } = await aSceneWithThumbnail()
  const mine = await check({ terlihat: 'anonim' }, photo)
  const { photo: other } = await aSceneWithThumbnail(90)
  const theirs = await check({ terlihat: 'anonim' }, other)
  const tried = await post('/lapor', { ...hiddenIn(mine.page), foto_ubah: idIn(theirs.page), 'kabur-0': '1' })
  expect(await tried.text()).toContain('Periksa, lalu kirim')
  expect((await get(`/lapor/foto/${theirs.key}/${idIn(theirs.page)}`)).status).toBe(200)
  const all = { 'tepi-kiri': '9', 'tepi-kanan': '9', 'tepi-atas': 'x', 'kabur-99': '1', 'kabur-15': '1' }
  const odd = await post('/lapor', { ...hiddenIn(mine.page), foto_ubah: idIn(mine.page), ...all })
  expect([odd.status, (await odd.text()).includes('Foto sudah diubah')]).toEqual([200, true])
  const none = await post('/lapor', { ...hiddenIn(mine.page), foto_lihat: "'; drop" })
  expect(none.status).toBe(200)
})
