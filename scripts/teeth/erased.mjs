import { leak } from './places.mjs'

const after = 'src/notifications/after-erasure.test.ts'

/** What is left of whoever has erased who they are. */
export const erased = [
  leak(
    'to whom a kept letter went stays readable when its reporter goes',
    'src/notifications/previews.ts',
    'return { to: keeper.sealIdentity(report, to), report }',
    'return { to: keptUnder(keeper, { arrival: report }, to) }',
    [after, 'to whom letters went is told by no old backup'],
  ),
  leak(
    "an officer's address lies readable beside a kept letter",
    'src/notifications/previews.ts',
    'if (account) return { to: keptUnder(keeper, { account }, to) }',
    'if (account) return { to }',
    [after, 'no address of an officer lies readable'],
  ),
]
