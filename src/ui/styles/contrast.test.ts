import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const light = tokensIn(css.slice(0, css.indexOf('@media')))
const dark = {
  ...light,
  ...tokensIn(css.slice(css.indexOf('(prefers-color-scheme: dark)'), css.indexOf('(prefers-reduced'))),
}

const statuses = ['grey', 'orange', 'red', 'yellow', 'green', 'blue']

const texts: [string, string][] = [
  ['ink', 'paper'],
  ['ink', 'quiet'],
  ['muted', 'paper'],
  ['muted', 'quiet'],
  ['flag', 'paper'],
  ['on-flag', 'flag'],
  ['link', 'paper'],
  ['link', 'quiet'],
  ['red', 'quiet'],
  ['on-focus', 'focus'],
  ['paper', 'ink'],
  ...statuses.map((name): [string, string] => [name, `${name}-tint`]),
  ...statuses.map((name): [string, string] => [name, 'paper']),
]

/** The focus ring is two rings: one of them always stands out from what it surrounds. */
const shapes: [string, string][] = [
  ['muted', 'paper'],
  ['muted', 'quiet'],
  ['focus', 'on-focus'],
  ['ink', 'paper'],
  ['ink', 'quiet'],
  ...statuses.map((name): [string, string] => [name, 'quiet']),
]

test.each(texts)('the words in %s on %s can be read in light and dark', (front, back) => {
  expect(contrast(light, front, back)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(dark, front, back)).toBeGreaterThanOrEqual(4.5)
})

test.each(shapes)('icons and borders in %s on %s can be seen in light and dark', (front, back) => {
  expect(contrast(light, front, back)).toBeGreaterThanOrEqual(3)
  expect(contrast(dark, front, back)).toBeGreaterThanOrEqual(3)
})

function tokensIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]))
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(tokens: Record<string, string>, front: string, back: string): number {
  const [one, other] = [luminance(tokens[front]), luminance(tokens[back])]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('A pair names a token that tokens.css does not have')
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
