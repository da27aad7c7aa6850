import { type Command, InvalidArgumentError } from 'commander'
import { findAccountId } from '../accounts/create-account.ts'
import { createToken, type NewToken } from '../accounts/token.ts'
import { listTokens, revokeToken } from '../accounts/token-list.ts'
import { Explained } from '../platform/explained.ts'
import { masterSecret } from '../secrecy/keys/master-secret.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

/** `lapor token create|list|revoke`. A token is shown once, when it is made; the database keeps its hash. */
export function addToken(program: Command) {
  const token = program.command('token').description('make, list and revoke the tokens of people and machines')
  token
    .command('create')
    .description('make a token and print it, last, on standard output')
    .requiredOption(
      '--for <whom>',
      'the e-mail of an account, sms:kannel or email:NAME for that gateway or mailbox, or metrics',
    )
    .option('--label <words>', 'what it is for, to know it again in the list; no names', aLabel)
    .action(({ for: whom, label }: { for: string; label?: string }) =>
      withInstallation(async (context) => {
        const made = await createToken(context.owner, await newToken(context, whom, label), context.now())
        process.stdout.write(`${made}\n`)
      }),
    )
  token
    .command('list')
    .description('every token by its id, newest first')
    .action(() => withInstallation(printTokens))
  token
    .command('revoke')
    .description('close what a token opened, from the next request on')
    .argument('<id>', 'as `lapor token list` prints it')
    .action((id: string) => withInstallation((context) => revoke(context, id)))
}

/** @throws Explained when no account has this e-mail */
async function newToken({ owner, config }: CommandContext, whom: string, label?: string): Promise<NewToken> {
  if (whom === 'metrics') return { purpose: 'metrics', label: 'metrics' }
  if (/^[a-z]+:[a-z0-9-]+$/.test(whom)) return { purpose: 'gateway', label: whom }
  const accountId = await findAccountId(owner, { indexSecret: masterSecret(config, 'index') }, whom)
  if (!accountId) throw new Explained('No account has this e-mail. It may also be sms:kannel or metrics.')
  return { purpose: 'api', label: label ?? 'api', accountId }
}

async function printTokens({ owner }: CommandContext) {
  for (const { id, purpose, label, role, display_name, created_at, revoked_at } of await listTokens(owner)) {
    const whose = role ? `${label} (${display_name ?? role})` : label
    const state = revoked_at ? `revoked ${revoked_at.toISOString()}` : 'valid'
    process.stdout.write(`${[id, purpose, whose, created_at.toISOString(), state].join('\t')}\n`)
  }
}

/** @throws Explained when there is no such token */
async function revoke({ owner, now }: CommandContext, id: string) {
  const answer = await revokeToken(owner, id, now())
  if (answer === 'unknown') throw new Explained('No token has this id. `lapor token list` prints them.')
  process.stdout.write(answer === 'revoked' ? 'revoked\n' : 'was revoked before\n')
}

function aLabel(words: string): string {
  if (words.length > 60 || /[@\p{Cc}]/u.test(words)) throw new InvalidArgumentError('At most 60 letters, no e-mail.')
  return words
}
