import { expect, test } from 'vitest'
import { ownComplaint } from './own-words.ts'
import { readMail } from './read/read-mail.ts'
import { compose } from './testing/compose.ts'

// Whoever writes from the mailbox of an office or a relative signs as somebody else than their mail says.

const from = 'Kantor Kami <kantor@rumah.test>'
const said = 'Jalan di depan pasar Oebufu berlubang besar sejak Senin.'

async function read(above: string, signature: string, below = '') {
  const card = `<div class="gmail_signature">${signature.replaceAll('\n', '<br>')}</div>`
  const html = `<div dir="ltr"><div>${above}</div><br>${card}</div>${below}`
  return ownComplaint(await readMail(await compose({ from, html })))
}

test.each(['Budi Santoso\nKepala Cabang Kupang\nPT Maju Jaya', 'Siti Aminah'])(
  'what a mail program marks as a signature goes, whoever is named in it: %j',
  async (signature) => {
    expect(await read(said, signature)).toBe(said)
  },
)

test('words that somebody wrote into the place of the signature stay', async () => {
  expect(await read('', said)).toBe(said)
  const more = 'Lampu di sana juga mati sejak Senin, mohon diperbaiki.'
  expect(await read(said, more)).toBe(`${said}\n\n${more}`)
})

test('a letter that is passed on below stays whole', async () => {
  const letter = 'Kepada dinas: saluran di Liliba tersumbat sampah.'
  const text = await read(said, 'Budi Santoso', `<div class="gmail_quote">${letter}<br>Rio Tallo</div>`)
  expect(text).toContain(letter)
})
