import { expect, test } from 'vitest'
import { withoutQuotes } from './cut-reply.ts'
import { htmlToPlain, htmlWithQuotes } from './html-to-plain.ts'

const letter = '<div>Laporan 8K2-FFF-ABC<br><br>Ada pertanyaan untuk Anda.</div>'
const outlook = (body: string) =>
  `<html><body>${body}<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>差出人:</b> LAPOR! &lt;lapor@lapor.test&gt;<br><b>送信日時:</b> x</font><div>&nbsp;</div></div><div class="BodyFragment">${letter}</div></body></html>`
const gmail = (above: string, below: string) =>
  `<div dir="ltr">${above}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Op wo 14 jan 2026 schreef LAPOR!:<br></div>${below}</div>`
const quoted = (text: string) => `<blockquote class="gmail_quote" style="margin:0">${text}</blockquote>`

test.each([
  ['Outlook on the web and on telephones', outlook('<div class="elementToProof">YA</div>'), 'YA'],
  ['Gmail', gmail('YA', quoted(letter)), 'YA'],
  [
    'Gmail, answers between',
    gmail('Di bawah ya', `${quoted('Sisi mana?')}<div>Timur.</div>${quoted('Kapan?')}<div>Senin.</div>`),
    'Di bawah ya\nTimur.\nSenin.',
  ],
  [
    'Gmail, set in',
    gmail(
      'Alamat:<blockquote style="margin:0 0 0 40px;border:none;padding:0px">Jl. Nangka 7</blockquote>',
      quoted(letter),
    ),
    'Alamat:\nJl. Nangka 7',
  ],
  ['Gmail, passed on', gmail('YA', letter), 'YA'],
  [
    'Thunderbird',
    `<div class="moz-cite-prefix">Le 14/01/2026 à 09:00, LAPOR! a écrit :<br></div><blockquote type="cite">${letter}</blockquote><p>YA</p>`,
    'YA',
  ],
  [
    'Apple Mail',
    `YA<br><div><br><blockquote type="cite">Pada 14 Jan 2026, LAPOR! menulis:<br></blockquote></div><blockquote type="cite">${letter}</blockquote>`,
    'YA',
  ],
])(
  'of an answer written with %s the letter goes, in any language, and every word of theirs stays',
  (_program, html, said) => {
    expect(withoutQuotes(htmlWithQuotes(html)).replace(/\n+/g, '\n')).toBe(said)
  },
)

const map = 'https://maps.app.goo.gl/9xKuPaNgOeba'
test.each([
  [`Jalan rusak di <a href="${map}">lokasi ini</a>, mohon`, `Jalan rusak di lokasi ini (${map}), mohon`],
  [
    `<a href="https://apc01.safelinks.protection.outlook.com/?url=${encodeURIComponent(map)}&data=05">lokasi</a>`,
    `lokasi (${map})`,
  ],
  [`<a href="${map}">${map}</a>`, map],
  [`<a href="https://apc01.safelinks.protection.outlook.com/?url=x">${map}</a>`, map],
  ['<a href="http://www.kupang.test/">www.kupang.test</a>', 'www.kupang.test'],
  ['<a href="mailto:marta@rumah.test">Marta</a> <a href="tel:0812">0812</a>', 'Marta 0812'],
  ['<a href="https://facebook.test/x"><img src="f.png" alt="f"></a>YA', 'YA'],
  ['<a href="javascript:alert(1)">ini</a><a name="x">itu</a>', 'iniitu'],
])('where words lead stands behind them, where they do not say so themselves: %s', (html, text) => {
  expect(htmlToPlain(html)).toBe(text)
  expect(withoutQuotes(htmlWithQuotes(html))).toBe(text)
})

test('links in links, a thousand deep, are read in no time', () => {
  const begun = performance.now()
  htmlToPlain(`${`<a href="${map}"><b>`.repeat(20_000)}x`)
  expect(performance.now() - begun).toBeLessThan(2_000)
})

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

test.each([
  [row('RT 1', '12', '300') + row('RT 2', '15', '450'), 'RT 1 | 12 | 300\nRT 2 | 15 | 450'],
  [row('Urea', 'Rp 300.000') + row('<p>NPK</p>', '<b>Rp</b> 450.000'), 'Urea | Rp 300.000\nNPK | Rp 450.000'],
  [row('RT 1', '', '300'), 'RT 1 | | 300'],
  [row(`<a href="${map}">Oeba</a>`, '2'), `Oeba (${map}) | 2`],
  [row('Jalan rusak.<br>Sudah lama.', 'x'), 'Jalan rusak.\nSudah lama.\nx'],
  [row('<img src="l.png">', row('')), ''],
  [row(`<table>${row('RT 1', '12')}</table>`), 'RT 1 | 12'],
])('no two cells of a table run together, so that no number changes: %s', (rows, text) => {
  const html = `<div>Data:<table><tbody>${rows}</tbody></table></div>`
  for (const read of [htmlToPlain(html), withoutQuotes(htmlWithQuotes(html))])
    expect(read.replace(/\n+/g, '\n')).toBe(text ? `Data:\n${text}` : 'Data:')
})

test('words that stand deeper in a page than is read are read all the same, entities and lines with them', () => {
  const deep = (words: string) => `${'<div>'.repeat(50_000)}${words}`
  expect(htmlToPlain(deep('Sampah &amp; got di Lasiana<br>Sudah lama'))).toMatch(
    /^Sampah & got di Lasiana\n+Sudah lama$/,
  )
  expect(htmlToPlain(`<p>Di atas</p>${'<table><tr><td>'.repeat(200)}di bawah`)).toMatch(/^Di atas\s+di bawah$/)
  expect(htmlToPlain(`${'<i>x</i>'.repeat(21_000)} akhir`)).toContain('x')
})

test('a letter that Gmail passes on below an answer is read with who wrote it', () => {
  const attr =
    '---------- Forwarded message ---------<br>Dari: <b>Dinas PUPR</b> &lt;pupr@kupang.test&gt;<br>Date: Sel, 6 Jan 2026<br>'
  const html = `<div>Lihat di bawah</div><div class="gmail_quote"><div class="gmail_attr">${attr}</div>Dijadwalkan 2027</div>`
  expect(withoutQuotes(htmlWithQuotes(html))).toMatch(/^Lihat di bawah\n\nDari: Dinas PUPR[^]*Dijadwalkan 2027$/)
})
