import { leak } from './places.mjs'

const after = 'src/notifications/after-erasure.test.ts'
const webHost = 'src/secrecy/keys/web-host.test.ts'

/** What is left of whoever has erased who they are, and what a host holds that only seals. */
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
  leak(
    'a host of pages alone is given a pair that opens',
    'src/secrecy/keys/seal-pair.ts',
    "return place.role === 'web' && sealPairNames(place).length === 0",
    'return false',
    [webHost, 'a host of role web starts without the private half'],
  ),
  leak(
    'pages seal for a half that somebody else opens',
    'src/secrecy/keys/seal-pair.ts',
    'known.some((print) => print.equals(printOfHalf(published)))',
    'published !== undefined',
    [webHost, 'a public half that is of another installation is refused'],
  ),
]
