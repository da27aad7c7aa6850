import { type Command, InvalidArgumentError, Option } from 'commander'
import { sql } from 'kysely'
import { findAccountId } from '../accounts/create-account.ts'
import { Explained } from '../platform/explained.ts'
import { masterSecret } from '../secrecy/keys/master-secret.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

type Head = { account: string; office: string; acting?: boolean }
type Transfer = { account: string; office: string; role: string }

/**
 * `lapor staff head|transfer`: who heads an office, who works where. Whoever comes under an accused office or post by it is
 * locked out of those reports in the same transaction, and the reports go around them.
 */
export function addStaff(program: Command) {
  const staff = program.command('staff').description('say who heads an office and who works where')
  staff
    .command('head')
    .description('an account heads an office from now on; whoever headed it before does no longer, unless it is acting')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .requiredOption('--office <slug>', 'of the agency or unit', aSlug)
    .option('--acting', 'as acting head (Plt.), beside the one who holds the post')
    .action((wish: Head) => withInstallation((context) => appoint(context, wish)))
  staff
    .command('transfer')
    .description('an account works for another office from now on; a post as head elsewhere ends')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .requiredOption('--office <slug>', 'of the agency or unit', aSlug)
    .addOption(
      new Option('--role <role>', 'as what')
        .choices(['verifier', 'coordinator', 'officer', 'supervisor'])
        .makeOptionMandatory(),
    )
    .action((wish: Transfer) => withInstallation((context) => transfer(context, wish)))
}

async function appoint(context: CommandContext, { account, office, acting = false }: Head) {
  const { accountId, name } = await known(context, account, office)
  await sql`select identity.appoint_head(${office}, ${accountId}, ${acting}, ${context.now()})`.execute(context.owner)
  process.stdout.write(`${account}\t${acting ? 'acting head' : 'head'}\t${name}\n`)
}

async function transfer(context: CommandContext, { account, office, role }: Transfer) {
  const { accountId, name } = await known(context, account, office)
  await sql`select identity.transfer(${accountId}, ${role}, ${office}, ${context.now()})`.execute(context.owner)
  process.stdout.write(`${account}\t${role}\t${name}\n`)
}

/** @throws Explained when there is no such account on duty, or no such office */
async function known({ owner, config }: CommandContext, email: string, office: string) {
  const accountId = await findAccountId(owner, { indexSecret: masterSecret(config, 'index') }, email)
  const account = await owner
    .selectFrom('identity.account')
    .select('role')
    .where('id', '=', accountId ?? null)
    .executeTakeFirst()
  if (!accountId || !account || account.role === 'citizen') throw new Explained('Nobody on duty has this e-mail.')
  const found = await owner.selectFrom('publication.agency').select('name').where('id', '=', office).executeTakeFirst()
  if (!found) throw new Explained(`No office is called ${office}. Its slug is in the address of its page.`)
  return { accountId, name: found.name }
}

function aSlug(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) throw new InvalidArgumentError('Small letters, digits and hyphens.')
  return text
}
