import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveKey, growTree, type KeyTree, puncture } from './key-tree.ts'

const fresh = growTree(Buffer.alloc(32, 7))
const pathsOf = (tree: KeyTree) =>
  tree.look((lines) => Array.from({ length: lines.count }, (_, n) => lines.at(n).replace(/-* .*\n/, '')))
const leaves = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 8 })

test('a destroyed key cannot be derived again, and every other key stays as it was', () => {
  fc.assert(
    fc.property(leaves, fc.nat(), (all, choice) => {
      const gone = all[choice % all.length] as string
      const tree = puncture(fresh, [gone])
      expect(deriveKey(tree, gone)).toBeUndefined()
      for (const leaf of all.filter((other) => other !== gone))
        expect(deriveKey(tree, leaf)).toEqual(deriveKey(fresh, leaf))
    }),
  )
})

test('in which order keys are destroyed makes no difference, nor does destroying one twice', () => {
  fc.assert(
    fc.property(leaves, (all) => {
      const oneByOne = all.reduce((tree, leaf) => puncture(tree, [leaf]), fresh)
      const together = puncture(fresh, [...all].reverse())
      expect(pathsOf(together)).toEqual(pathsOf(oneByOne))
      expect(together.look((lines) => lines.all().equals(oneByOne.look((others) => others.all())))).toBe(true)
      expect(puncture(together, all)).toBe(together)
    }),
    { numRuns: 30 },
  )
})

test('no seed that is left stands above a destroyed key, or is one that was held before', () => {
  const before = puncture(fresh, ['a'])
  const tree = puncture(before, ['b'])
  const left = pathsOf(tree)
  expect(left).not.toContain('')
  expect(left).toEqual(left.toSorted())
  expect(pathsOf(before).filter((path) => !left.includes(path))).toHaveLength(1)
  expect(tree.size).toBeLessThanOrEqual(2 * 32 * 3)
})

test('keys are 32 bytes, different for each leaf and each tree', () => {
  const other = growTree(Buffer.alloc(32, 8))
  const keys = [deriveKey(fresh, 'a'), deriveKey(fresh, 'b'), deriveKey(other, 'a')]
  expect(new Set(keys.map((key) => key?.toString('hex'))).size).toBe(3)
  expect(keys.map((key) => key?.length)).toEqual([32, 32, 32])
})
