import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { compareHeads, keptHeadsSchema, type KeptHeads } from '../audit/compare-heads.ts'
import { publicHalf, publicKeyPem, readPublicKeyPem } from '../audit/head.ts'
import { checkReceipt, receiptSchema } from '../audit/receipt.ts'
import { signingKey, signingKeys } from '../audit/signing-key.ts'
import { type Fault, verifyChains } from '../audit/verify-chains.ts'
import { verifyFiled } from '../audit/verify-filed.ts'
import { verifyHeads } from '../audit/verify-heads.ts'
import { verifyLedger } from '../audit/verify-ledger.ts'
import { verifyPublic } from '../audit/verify-public.ts'
import { verifySealed } from '../audit/verify-sealed.ts'
import { Explained } from '../platform/explained.ts'
import { keeperOf, keysForWeb, readKeys } from '../secrecy/installation-keys.ts'
import { printFaults } from './print-faults.ts'
import { withInstallation } from './with-installation.ts'

export function addAudit(program: Command) {
  const audit = program.command('audit').description('check that no history was changed')
  audit
    .command('verify')
    .option('--kept <file>', 'an answer of /api/v1/audit/heads that was kept elsewhere: all of it must still stand')
    .option('--every-head', 'compute the root of every head again, not of the newest alone')
    .description(
      'recompute every event chain and the ledger of openings, compare them with reports, what the public reads and signed heads; says what is wrong',
    )
    .action(verify)
  audit
    .command('receipt')
    .argument('<file>', 'the JSON that a reporter took home')
    .option('--key <file>', 'the public key that must have signed (PEM), as kept elsewhere')
    .description('check a receipt by itself: needs neither the installation nor the network')
    .action(receipt)
  audit
    .command('key')
    .description('print the public key that checks the heads')
    .action(() =>
      withInstallation(async ({ config }) => {
        process.stdout.write(publicKeyPem(publicHalf(signingKey(config))))
      }),
    )
}

async function verify({ everyHead, kept }: { everyHead?: boolean; kept?: string }) {
  const elsewhere = kept === undefined ? { items: [] } : keptIn(kept)
  await withInstallation(
    async ({ config, connections, owner }) => {
      const begun = performance.now()
      const olderKeys = signingKeys(config).map(publicHalf)
      const newest = olderKeys.pop() ?? publicHalf(signingKey(config))
      const say = (what: string) => process.stdout.write(`${what}\n`)
      const found: Fault[] = []
      const sayFault = (fault: Fault) => void found.push(fault)
      const keeper = keeperOf(config)
      const { indexSecret } = readKeys(keysForWeb(config), config)
      // One keeps the database busy, the other this process.
      const [chains, ledger, sealed, filed, shown, heads, compared] = await Promise.all([
        verifyChains(
          connections.owner,
          sayFault,
          everySoOften((events) => process.stderr.write(`${events} events\n`)),
        ),
        verifyLedger(owner, sayFault, say),
        verifySealed(owner, keeper, sayFault),
        verifyFiled(owner, { keeper, indexSecret }, sayFault),
        verifyPublic(owner, sayFault),
        verifyHeads(owner, newest, say, { every: everyHead, olderKeys }),
        compareHeads(owner, elsewhere, say),
      ])
      await printFaults(owner, found, say)
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      const faults = [chains, ledger, sealed, filed, shown, heads, compared].reduce((sum, one) => sum + one.faults, 0)
      const wordless = chains.wordless + sealed.unreadable
      if (wordless > 0) say(`${wordless} events or openings have no words any more: their reporters had them erased`)
      say(
        `${chains.events} events of ${chains.reports} reports, ${ledger.lines} lines of the ledger and ${heads.heads} heads in ${seconds} s, ${faults} wrong`,
      )
      if (faults > 0) process.exitCode = 1
    },
    { judgesHeads: true },
  )
}

function receipt(file: string, { key }: { key?: string }) {
  const trusted = key === undefined ? undefined : readPublicKeyPem(read(key))
  if (key !== undefined && !trusted) throw new Explained(`${key} is not an Ed25519 public key in PEM.`)
  const checked = checkReceipt(receiptIn(file), trusted)
  if (!checked.good) throw new Explained(reasons[checked.wrong])
  const { trackingId, events, head } = checked
  process.stdout.write(`Report ${trackingId}, with ${events} events, is in head ${head.number} of ${head.day}.\n`)
  if (!trusted)
    process.stdout.write(
      `It was signed by the key below: compare it with the published one.\n${publicKeyPem(checked.publicKey)}`,
    )
}

const reasons = {
  not_a_receipt: 'This is not a receipt of LAPOR!.',
  not_in_head: 'The leaf does not lead to the root of this head: the receipt proves nothing.',
  not_signed: 'The signature does not fit the head: the receipt proves nothing.',
  other_key: 'Another key signed this head than the one you trust.',
} as const

function keptIn(file: string): KeptHeads {
  const { data } = keptHeadsSchema.safeParse(jsonIn(file))
  if (!data) throw new Explained(`${file} is not an answer of /api/v1/audit/heads.`)
  return data
}

function receiptIn(file: string) {
  const { data } = receiptSchema.safeParse(jsonIn(file))
  if (!data) throw new Explained(reasons.not_a_receipt)
  return data
}

/** Undefined when it is no JSON. */
function jsonIn(file: string): unknown {
  const text = read(file)
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Explained(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** Says a growing number once in a hundred thousand. */
function everySoOften(say: (count: number) => void): (count: number) => void {
  let next = 100_000
  return (count) => {
    if (count < next) return
    say(count)
    next = count + 100_000
  }
}
