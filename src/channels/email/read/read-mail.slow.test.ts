import { expect, test } from 'vitest'
import { compose } from '../testing/compose.ts'
import { readMail } from './read-mail.ts'

const head =
  'From: Marta <Marta@Rumah.test>\r\nTo: lapor@lapor.test\r\nSubject: Jalan rusak\r\nMessage-ID: <m1@rumah.test>\r\n'
const raw = (headers: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`${head}${headers}\r\n\r\n`), Buffer.from(body)])

test.each<[string, string, Buffer]>([
  ['UTF-8 without a word about it', 'X: y', Buffer.from('Kafé rusak – “parah” 😭')],
  [
    'unknown-8bit that is UTF-8',
    'Content-Type: text/plain; charset=unknown-8bit',
    Buffer.from('Kafé rusak – “parah” 😭'),
  ],
  ['us-ascii that is not', 'Content-Type: text/plain; charset="us-ascii"', Buffer.from('Kafé rusak – “parah” 😭')],
  [
    'windows-1252',
    'Content-Type: text/plain; charset=windows-1252',
    Buffer.from('Kaf\xe9 rusak \x96 \x93parah\x94 :(', 'latin1'),
  ],
  [
    'unknown-8bit that is windows-1252',
    'Content-Type: text/plain; charset=unknown-8bit',
    Buffer.from('Kaf\xe9 rusak \x96 \x93parah\x94 :(', 'latin1'),
  ],
  [
    'UTF-16',
    'Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64',
    Buffer.from(Buffer.from('Kafé rusak – “parah” 😭', 'utf16le').toString('base64')),
  ],
  ['a charset that nobody knows', 'Content-Type: text/plain; charset=x-klingon', Buffer.from('Kafe rusak, parah')],
])('words arrive whole: %s', async (_name, headers, body) => {
  const { text, from, subject } = await readMail(raw(headers, body))
  expect(text.trim().replace('😭', ':(')).toMatch(/^Kaf[ée] rusak(?: – “parah” :\(|, parah)$/)
  expect({ from, subject }).toEqual({ from: 'marta@rumah.test', subject: 'Jalan rusak' })
})

test('HTML alone is read as a reader sees it', async () => {
  const html =
    '<style>p{}</style><script>x()</script><p>Jalan <b>rusak</b>.</p><ul><li>Oeba<li>Oesapa</ul><img src="https://mata-mata.test/p.gif">'
  const { text } = await readMail(await compose({ from: 'a@b.test', html }))
  expect(text).toContain('Jalan rusak.')
  expect(text).toContain('* Oesapa')
  expect(text).not.toMatch(/x\(\)|mata-mata|[{}]/)
})

test('photos are found, logos in a signature and other files are not', async () => {
  const photo = Buffer.alloc(50_000, 1)
  const mail = await readMail(
    await compose({
      from: 'a@b.test',
      text: 'Foto',
      html: '<p>Foto</p><img src="cid:logo">',
      attachments: [
        { filename: 'jalan.jpg', content: photo },
        { filename: 'logo.png', content: Buffer.alloc(900, 2), cid: 'logo', contentDisposition: 'inline' },
        { filename: 'surat.pdf', content: Buffer.alloc(10, 3) },
        { filename: 'winmail.dat', content: Buffer.alloc(10, 4), contentType: 'application/ms-tnef' },
      ],
    }),
  )
  expect(mail.pictures.map(({ length }) => length)).toEqual([50_000])
  expect(mail.otherFiles).toBe(2)
})

test('a signed mail is read inside its signature, an encrypted one is known as such', async () => {
  const inner = Buffer.from('Content-Type: text/plain\r\n\r\nJalan rusak, saya tanda tangani.\r\n')
  const octets = Buffer.concat([Buffer.from([0x24, 0x80, 0x04, inner.length]), inner, Buffer.alloc(2)])
  const content = Buffer.concat([Buffer.from('06092a864886f70d010701a080', 'hex'), octets])
  const signed = Buffer.concat([
    Buffer.from('308006092a864886f70d010702a0803080020101310030 80'.replace(' ', ''), 'hex'),
    content,
  ])
  const enveloped = Buffer.from('308006092a864886f70d010703a080', 'hex')
  const of = (bytes: Buffer, kind: string) =>
    readMail(
      raw(
        `MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=${kind}; name=smime.p7m\r\nContent-Transfer-Encoding: base64`,
        bytes.toString('base64'),
      ),
    )
  expect(await of(signed, 'signed-data')).toMatchObject({
    from: 'marta@rumah.test',
    encrypted: false,
    subject: 'Jalan rusak',
  })
  expect((await of(signed, 'signed-data')).text).toContain('saya tanda tangani')
  expect(await of(enveloped, 'enveloped-data')).toMatchObject({ encrypted: true, from: 'marta@rumah.test' })
  expect(await readMail(raw('X: y', '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n'))).toMatchObject({ encrypted: true })
})

const bomb = (depth: number) => {
  const open = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  )
  return `${open.join('')}Content-Type: text/plain\r\n\r\nJalan rusak di Oeba.\r\n`
}

test.each<[string, Buffer]>([
  ['multiparts within multiparts, two thousand deep', Buffer.from(head + bomb(2_000))],
  [
    '20,000 parts',
    raw(
      'Content-Type: multipart/mixed; boundary=b',
      `--b\r\n\r\nJalan rusak.\r\n${'--b\r\nContent-Type: image/png\r\n\r\nx\r\n'.repeat(20_000)}--b--`,
    ),
  ],
  ['100,000 headers', raw('X: y\r\n'.repeat(100_000).trim(), 'Jalan rusak.')],
  [
    '12 MB of broken base64',
    raw(
      'Content-Type: multipart/mixed; boundary=b',
      `--b\r\n\r\nJalan rusak.\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n${'@!==A-_Zz9\0'.repeat(1_200_000)}\r\n--b--`,
    ),
  ],
  ['a line of a million letters', raw('X: y', `Jalan rusak. ${'x'.repeat(1_000_000)}`)],
  ['NULs and marks that turn the direction', raw('X: y', 'Jalan \0rusak \u202e.')],
  ['no end of its head', Buffer.from('From: a@b.test\r\nSubject: Jalan rusak')],
  ['HTML nested ten thousand deep', raw('Content-Type: text/html', `<p>Jalan rusak.</p>${'<div>'.repeat(10_000)}x`)],
  ['octets that are nothing', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256))],
  ['nothing at all', Buffer.alloc(0)],
])('%s is read, quickly, and never thrown at anybody', async (_name, bytes) => {
  const begun = performance.now()
  const mail = await readMail(bytes)
  expect(performance.now() - begun).toBeLessThan(30_000)
  expect(typeof mail.text).toBe('string')
  if (bytes.includes('Jalan rusak')) expect(`${mail.subject} ${mail.text}`).toMatch(/Jalan \0?rusak/)
})
