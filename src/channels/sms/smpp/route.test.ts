import { expect, test } from 'vitest'
import { inOrder } from './route.ts'

const bind = (name: string, prefixes: string[] = [], more: { up?: boolean; busy?: boolean } = {}) => ({
  gateway: { name, prefixes },
  isUp: () => more.up ?? true,
  isBusy: () => more.busy ?? false,
})
const names = (binds: ReturnType<typeof bind>[], to: string) => inOrder(binds, to).map(({ gateway }) => gateway.name)

const telkomsel = bind('telkomsel', ['+62811', '+62812'])
const indosat = bind('indosat', ['+62857', '+628571'])
const every = bind('semua')

test('a number goes to its own operator, then to one for all numbers, then to the rest', () => {
  expect(names([indosat, every, telkomsel], '+6281234567890')).toEqual(['telkomsel', 'semua', 'indosat'])
  expect(names([telkomsel, every, indosat], '+6285712345678')).toEqual(['indosat', 'semua', 'telkomsel'])
  expect(names([telkomsel, indosat, every], '+254711000111')).toEqual(['semua', 'indosat', 'telkomsel'])
})

test('of two that know a number, the one that knows more of it', () => {
  expect(names([bind('a', ['+62']), bind('b', ['+62857'])], '+6285712345678')).toEqual(['b', 'a'])
})

test('who is down is not asked; who asked for less comes last', () => {
  expect(names([bind('a', ['+62812'], { up: false }), every], '+6281234567890')).toEqual(['semua'])
  expect(names([bind('a', ['+62812'], { busy: true }), every], '+6281234567890')).toEqual(['semua', 'a'])
})
