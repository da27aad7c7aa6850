import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formLimits, type PostedFile, readPostedForm } from './posted-form.ts'

const edge = 'sempadan'

function multipart(body: string | Uint8Array<ArrayBuffer>): Request {
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  return new Request('http://lapor.test/lapor', { method: 'POST', headers, body })
}

const field = (name: string, value: string) =>
  `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, value: string) =>
  `--${edge}\r\nContent-Disposition: form-data; name="foto"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n${value}\r\n`
const close = `--${edge}--\r\n`

async function read(request: Request, limits = formLimits) {
  const files: PostedFile[] = []
  const form = await readPostedForm(request, async (one) => void files.push(one), limits)
  if (form.kind !== 'form') throw new Error('not a form')
  return { form, files, values: Object.fromEntries(form.values) }
}

describe('a form with files', () => {
  test('gives its fields and files', async () => {
    const { form, files, values } = await read(
      multipart(
        field('cerita', 'jalan\r\nrusak 😀') + file('a.jpg', 'AAA') + file('b.jpg', 'B') + field('x', '') + close,
      ),
    )
    expect(values).toEqual({ cerita: 'jalan\r\nrusak 😀', x: '' })
    expect(files.map(({ name, bytes, cut }) => [name, bytes.toString(), cut])).toEqual([
      ['a.jpg', 'AAA', null],
      ['b.jpg', 'B', null],
    ])
    expect(form).toMatchObject({ whole: true, tooLong: false })
  })

  test('as a browser sends it', async () => {
    const body = new FormData()
    body.set('cerita', 'jalan rusak')
    body.append('foto', new File(['x'.repeat(300_000)], 'jalan.jpg'))
    body.append('foto', new File([], ''))
    body.append('foto', new File([], 'kosong.jpg'))
    const { files, values } = await read(new Request('http://lapor.test', { method: 'POST', body }))
    expect(values).toMatchObject({ cerita: 'jalan rusak' })
    expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['jalan.jpg', 300_000],
      ['kosong.jpg', 0],
    ])
  })

  test('of which one file is too big keeps all the rest, before and after it', async () => {
    const sent =
      field('a', '1') + file('besar.jpg', 'x'.repeat(5000)) + file('kecil.jpg', 'y') + field('b', '2') + close
    const { form, files, values } = await read(multipart(sent), { ...formLimits, maxFileBytes: 1000 })
    expect(values).toEqual({ a: '1', b: '2' })
    expect(files.map(({ name, bytes, cut }) => [name, bytes.length, cut])).toEqual([
      ['besar.jpg', 0, 'too_big'],
      ['kecil.jpg', 1, null],
    ])
    expect(form.whole).toBe(true)
  })

  test('that is longer than what we read keeps what came before', async () => {
    const limits = { ...formLimits, maxFileBytes: 100_000, maxBodyBytes: 300_000 }
    const parts = [field('cerita', 'jalan rusak'), file('besar.jpg', ''), 'x'.repeat(100_000)]
    let at = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Buffer.from(parts[Math.min(at++, 2)] ?? ''))
      },
    })
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
    const request = new Request('http://lapor.test', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    const { form, files, values } = await read(request, limits)
    expect(form).toMatchObject({ whole: false, tooLong: true })
    expect(values).toEqual({ cerita: 'jalan rusak' })
    expect(files.map((one) => one.cut)).toEqual(['too_big'])
  })

  test.each([
    ['in a file', field('a', '1') + file('b.jpg', 'xx').slice(0, -2), { a: '1' }, ['broken']],
    ['in a field', field('a', '1') + field('b', '222').slice(0, -3), { a: '1' }, []],
    ['after a field', field('a', '1'), { a: '1' }, []],
    ['in a heading', `${field('a', '1')}--${edge}\r\nContent-Dis`, { a: '1' }, []],
  ])('that breaks off %s keeps what came before', async (_, body, kept, cuts) => {
    const { form, files, values } = await read(multipart(body))
    expect(form.whole).toBe(false)
    expect(values).toMatchObject(kept)
    expect(files.map((one) => one.cut)).toEqual(cuts)
  })

  test('whose bytes are no UTF-8 gives replacement characters', async () => {
    const body = Buffer.concat([
      Buffer.from(field('a', 'x').slice(0, -2)),
      Buffer.from([0xff, 0xc3]),
      Buffer.from(`\r\n${close}`),
    ])
    expect((await read(multipart(body))).values.a).toMatch(/^x\ufffd+$/)
  })

  test('that is nonsense never throws and never hangs', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          `--${edge}`,
          '\r\n',
          '\r\n\r\n',
          '--',
          'Content-Disposition: form-data; name="a"',
          '; filename="',
          ':',
          '\0',
        ),
        fc.string({ maxLength: 20 }),
      ),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const form = await readPostedForm(multipart(parts.join('')))
        expect(form.kind).toBe('form')
      }),
      { numRuns: 300 },
    )
  })
})

test('a failure of whoever takes the files is told, not swallowed', async () => {
  const failing = readPostedForm(multipart(file('a.jpg', 'A') + close), async () => {
    throw new Error('disk full')
  })
  await expect(failing).rejects.toThrow('disk full')
})

describe('a form without files', () => {
  test('gives its fields, whatever its bytes', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const request = new Request('http://lapor.test', {
      method: 'POST',
      headers,
      body: 'a=jalan+rusak&b=%ff%00&c=%E2%82',
    })
    expect((await read(request)).values).toEqual({ a: 'jalan rusak', b: '\ufffd\0', c: '\ufffd' })
  })

  test.each(['', 'text/plain', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary='])(
    'is not what %j says',
    async (type) => {
      const request = new Request('http://lapor.test', {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'a=1',
      })
      expect(await readPostedForm(request)).toEqual({ kind: 'not_a_form' })
    },
  )
})
