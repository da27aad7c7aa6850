import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './platform/root.ts'

const stageRooms = ['intake', 'verification', 'disposition', 'follow-up', 'closing'] as const
const heart = ['platform', 'report'] as const
const inner = [...heart, 'accounts', 'agencies', 'secrecy', 'ui'] as const

/** Who may import whom. A room may always import itself; what is not here may not be imported. A new arrow is a reviewed line. */
const mayImport: Record<string, readonly string[]> = {
  platform: [],
  report: ['platform'],
  ui: heart,
  accounts: [...heart, 'ui'],
  agencies: [...heart, 'ui'],
  secrecy: [...heart, 'accounts', 'agencies', 'ui'],
  intake: inner,
  verification: inner,
  disposition: inner,
  'follow-up': inner,
  closing: inner,
  publication: inner,
  notifications: inner,
  audit: [...inner, 'publication'],
  desk: [...inner, ...stageRooms, 'publication', 'notifications'],
  'my-report': [...inner, ...stageRooms, 'publication', 'notifications'],
  'casework-api': [...inner, ...stageRooms, 'publication', 'notifications', 'my-report'],
  channels: [...inner, ...stageRooms, 'publication', 'notifications', 'my-report'],
  oversight: [...inner, ...stageRooms, 'publication', 'notifications', 'audit'],
  bench: [...inner, ...stageRooms, 'publication', 'notifications', 'channels', 'oversight', 'audit'],
}

/** Wire everything, so they may know everything; nobody imports them. */
const outermost = ['', 'cli', 'api', 'testing', 'seeds']

/** The types of the tables name the words of our field that their columns hold. */
const generated = 'platform/schema.ts'

type Arrow = { from: string; to: string; typeOnly: boolean }

const src = join(root, 'src')
const files = globSync('**/*.{ts,tsx}', { cwd: src }).filter((file) => file !== generated)
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /(^|\/)testing\//.test(file)
const arrows = files.flatMap(arrowsOf)

test('every import points inward', () => {
  expect(arrows.length).toBeGreaterThan(files.length)
  const wrong = arrows
    .filter(({ from }) => !isTest(from) && !outermost.includes(roomOf(from)))
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !(mayImport[roomOf(from)] ?? []).includes(roomOf(to)))
    .map(({ from, to }) => `${from} → ${to}`)
  expect(wrong).toEqual([])
})

test('only the test harness and tests know how tests are arranged', () => {
  const wrong = arrows.filter(({ from, to }) => !isTest(from) && isTest(to)).map(({ from, to }) => `${from} → ${to}`)
  expect(wrong).toEqual([])
})

test('no file imports itself through others', () => {
  const next = new Map(files.map((file) => [file, arrows.filter((arrow) => arrow.from === file && !arrow.typeOnly)]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

test('no expression changes its flags midway: the engine forgets them where many were compiled', () => {
  const midway = /\(\?(?:[ims]+(?:-[ims]+)?|-[ims]+):/
  expect(files.filter((file) => midway.test(readFileSync(join(src, file), 'utf8')))).toEqual([])
})

test('files stay small: median 60 lines, nine in ten 150, none above 300, tests 400', () => {
  const sizes = (list: string[]) =>
    list.map((file) => ({ file, lines: linesOf(file) })).sort((one, other) => one.lines - other.lines)
  const sources = sizes(files.filter((file) => !isTest(file)))
  const at = (share: number) => sources[Math.floor((sources.length - 1) * share)]?.lines
  expect(at(0.5)).toBeLessThanOrEqual(60)
  expect(at(0.9)).toBeLessThanOrEqual(150)
  expect(sources.filter(({ lines }) => lines > 300)).toEqual([])
  const sheets = sizes(globSync('**/*.css', { cwd: src }))
  expect(sheets.filter(({ lines }) => lines > 300)).toEqual([])
  expect(sizes(files.filter(isTest)).filter(({ lines }) => lines > 400)).toEqual([])
})

function arrowsOf(from: string): Arrow[] {
  const text = readFileSync(join(src, from), 'utf8')
  const found = text.matchAll(/(?:^(import|export)( type)?\b[^'"]*?from |\bimport\()\s*'(\.[^']+)'/gm)
  return [...found].map(([, , type, path]) => {
    const to = relative(src, join(src, dirname(from), path as string))
    return { from, to: to.replace(/^\.\.\//, ''), typeOnly: type !== undefined }
  })
}

/** '' for the files at the top, which wire. */
function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] as string) : ''
}

function linesOf(file: string): number {
  return readFileSync(join(src, file), 'utf8').split('\n').length - 1
}
