import { expect, test } from 'vitest'
import { inAnyCase } from './in-any-case.ts'

test.each([
  ['jl|jln', 'Jl', 'JLN', 'jLn'],
  ['Straße', 'straße', 'STRAßE'],
  ['José', 'JOSÉ', 'josé'],
])('%s is found in capitals or not', (piece, ...written) => {
  const way = new RegExp(`^(?:${inAnyCase(piece)})$`, 'u')
  for (const one of written) expect(one).toMatch(way)
  expect(`${piece}x`).not.toMatch(way)
})
