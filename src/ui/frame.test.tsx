import { expect, test } from 'vitest'
import { ErrorSummary } from './components/error-summary.tsx'
import { Field } from './components/field.tsx'
import { TextArea } from './components/text-area.tsx'
import { Page } from './frame.tsx'

test('a page names its language and offers the other one, on the same page', () => {
  const html = String(<Page locale="id" title="Lacak" path="/lacak?id=1" />)
  expect(html).toMatch(/^<!doctype html><html lang="id">/)
  expect(html).toContain('<title>Lacak · LAPOR!</title>')
  expect(html).toContain('href="/en/lacak?id=1" hreflang="en"')
  expect(String(<Page locale="en" path="/" />)).toContain('href="/" hreflang="id"')
})

test('a private page tells search engines nothing', () => {
  const html = String(
    <Page
      locale="id"
      title="Tanda terima"
      path="/lapor/tanda-terima/x"
      indexed={false}
      baseUrl="https://lapor.example"
    />,
  )
  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(html).not.toMatch(/og:|canonical|description/)
})

test('pages carry no inline script or style and ask no third party for anything', () => {
  const html = String(<Page locale="id" path="/" islands={['photo-preview']} />)
  expect(html).not.toMatch(/<style|style=|<script>|onclick/)
  expect([...html.matchAll(/(?:src|href)="(https?:)?\/\//g)]).toEqual([])
  expect(html).toMatch(/<script type="module" src="\/assets\/photo-preview\.[0-9a-f]{10}\.js"><\/script>/)
})

test('words from outside stay words', () => {
  expect(String(<Field name="a" label="A" value={'"><script>'} />)).not.toContain('<script>')
  expect(String(<TextArea name="a" label="A" value="</textarea><script>" />)).not.toContain('<script>')
})

test('a first line break in what was typed is not lost', () => {
  expect(String(<TextArea name="a" label="A" value={'\nhalo'} />)).toContain('>\n\nhalo</textarea>')
})

test('each line of the error summary leads to its field', () => {
  const summary = String(<ErrorSummary locale="id" errors={{ email: 'Surel belum lengkap.' }} />)
  const field = String(<Field name="email" label="Surel" error="Surel belum lengkap." />)
  expect(summary).toContain('<a href="#f-email">Surel belum lengkap.</a>')
  expect(field).toContain('id="f-email"')
  expect(field).toContain('aria-describedby="f-email-error"')
  expect(String(<ErrorSummary locale="id" errors={{}} />)).toBe('')
})
