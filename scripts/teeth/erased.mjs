import { judges, leak } from './places.mjs'

const after = 'src/notifications/after-erasure.test.ts'
const webHost = 'src/secrecy/keys/web-host.test.ts'

/** What is left of whoever has erased who they are, what a host holds that only seals, and what both judges are asked since. */
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
  leak(
    'whoever knows the number of a report names whom it accuses',
    'migrations/0156-named-in-work.sql',
    "if casework.actor_role() <> 'reporter' or casework.actor_report() is distinct from p_report then",
    "if casework.actor_role() <> 'reporter' then",
    judges,
  ),
  leak(
    'a verifier settles whom a report means that accuses them',
    'migrations/0218-settled-on-all-of-a-name.sql',
    "not (casework.actor_role() = 'verifier' or casework.stands_in(r)) or not casework.sees(r)",
    "not (casework.actor_role() = 'verifier' or casework.stands_in(r))",
    judges,
  ),
]
