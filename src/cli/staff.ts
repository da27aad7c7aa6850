import { randomBytes } from 'node:crypto'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { sql } from 'kysely'
import { normaliseEmail } from '../accounts/contact.ts'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import type { AccountRole } from '../accounts/person.ts'
import { loadDirectory } from '../agencies/directory.ts'
import type { Setting } from '../agencies/setting.ts'
import { Explained } from '../platform/explained.ts'
import { loadRules } from '../report/rules.ts'
import { keeperOf, keysForWeb, readKeys } from '../secrecy/installation-keys.ts'
import { masterSecret } from '../secrecy/keys/master-secret.ts'
import { askWhoIsMeant } from '../secrecy/named-again.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

/** They work for one office and for no other. */
const offices: readonly AccountRole[] = ['coordinator', 'officer']

type NewStaff = { account: string; name: string; role: AccountRole; office?: string }
type Head = { account: string; office: string; acting?: boolean }
type Rename = { account: string; name: string }
type Leaver = { account: string }
type Transfer = { account: string; office: string; role: string }

/**
 * `lapor staff add|head|step-back|transfer|rename|disable|enable`: who is on duty, who heads an office, who works where. Whoever comes under
 * an accused office or post by it is locked out of those reports in the same transaction, and the reports go around them; what names
 * somebody called like them goes back to the desk (askWhoIsMeant).
 */
export function addStaff(program: Command) {
  const staff = program.command('staff').description('say who is on duty, who heads an office and who works where')
  staff
    .command('add')
    .description('make an account for somebody on duty; its first password is printed last, once')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .requiredOption('--name <name>', 'as colleagues know them')
    .addOption(aRole().choices([...offices, 'verifier', 'supervisor', 'operator']))
    .option('--office <slug>', 'of the agency (coordinator) or unit (officer)', aSlug)
    .action((wish: NewStaff) => withInstallation((context) => add(context, wish)))
  staff
    .command('head')
    .description('an account heads an office from now on; whoever headed it before does no longer, unless it is acting')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .requiredOption('--office <slug>', 'of the agency or unit', aSlug)
    .option('--acting', 'as acting head (Plt.), beside the one who holds the post')
    .action((wish: Head) => withInstallation((context) => appoint(context, wish)))
  staff
    .command('step-back')
    .description('an account heads an office no more, and nobody after it until "staff head"')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .requiredOption('--office <slug>', 'of the agency or unit', aSlug)
    .action((wish: Head) => withInstallation((context) => stepBack(context, wish)))
  staff
    .command('transfer')
    .description('an account works for another office from now on; a post as head elsewhere ends')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .requiredOption('--office <slug>', 'of the agency or unit', aSlug)
    .addOption(aRole().choices([...offices, 'verifier', 'supervisor']))
    .action((wish: Transfer) => withInstallation((context) => transfer(context, wish)))
  staff
    .command('rename')
    .description('an account bears another name on duty from now on')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .requiredOption('--name <name>', 'as colleagues know them')
    .action((wish: Rename) => withInstallation((context) => rename(context, wish)))
  staff
    .command('disable')
    .description(
      'somebody left: signed out everywhere, tokens revoked, heads nothing; reports they had go on without them',
    )
    .requiredOption('--account <email>', 'the e-mail of the account')
    .action((wish: Leaver) => withInstallation((context) => disable(context, wish)))
  staff
    .command('enable')
    .description('somebody is back and signs in with the password they had; tokens and posts stay ended')
    .requiredOption('--account <email>', 'the e-mail of the account')
    .action((wish: Leaver) => withInstallation((context) => enable(context, wish)))
}

/** @throws Explained when the e-mail is none or has an account, or the office is missing or unknown */
async function add(context: CommandContext, { account: email, name, role, office }: NewStaff) {
  const { owner, config, now } = context
  const keys = readKeys(keysForWeb(config), config)
  if (!normaliseEmail(email)) throw new Explained(`${email} is no e-mail address.`)
  if (await findAccountId(owner, keys, email)) throw new Explained('This e-mail has an account already.')
  if (offices.includes(role) && !office) throw new Explained(`Somebody who is ${role} needs --office.`)
  if (office) await nameOfOffice(owner, office)
  const password = randomBytes(12).toString('base64url')
  const account = { email, name, password, role, agencyId: office, displayName: name }
  await owner.transaction().execute(async (tx) => {
    await createAccount(tx, keys, account, now())
    const id = await findAccountId(tx, keys, email)
    if (id) await askWhoIsMeant(tx, id, await settingOf(context))
  })
  process.stdout.write(`${email}\t${role}\t${office ?? ''}\n${password}\n`)
}

async function appoint(context: CommandContext, { account, office, acting = false }: Head) {
  const accountId = await onDuty(context, account)
  const name = await nameOfOffice(context.owner, office)
  await sql`select identity.appoint_head(${office}, ${accountId}, ${acting}, ${context.now()})`.execute(context.owner)
  process.stdout.write(`${account}\t${acting ? 'acting head' : 'head'}\t${name}\n`)
}

/** @throws Explained when this account does not head this office */
async function stepBack(context: CommandContext, { account, office }: Head) {
  const { id } = await staffOf(context, account)
  const name = await nameOfOffice(context.owner, office)
  const { rows } = await sql<{ done: boolean }>`
    select identity.step_back(${office}, ${id}, ${context.now()}) as done`.execute(context.owner)
  if (!rows[0]?.done) throw new Explained(`${account} does not head ${name}.`)
  process.stdout.write(`${account}\theads no more\t${name}\n`)
}

async function transfer(context: CommandContext, { account, office, role }: Transfer) {
  const accountId = await onDuty(context, account)
  const name = await nameOfOffice(context.owner, office)
  await context.owner.transaction().execute(async (tx) => {
    await sql`select identity.transfer(${accountId}, ${role}, ${office}, ${context.now()})`.execute(tx)
    await askWhoIsMeant(tx, accountId, await settingOf(context))
  })
  process.stdout.write(`${account}\t${role}\t${name}\n`)
}

/** @throws Explained when the name is empty */
async function rename(context: CommandContext, { account, name }: Rename) {
  const { id } = await staffOf(context, account)
  const display = name.trim()
  if (!display) throw new Explained('A name has letters.')
  await context.owner.transaction().execute(async (tx) => {
    await sql`select identity.rename(${id}, ${display})`.execute(tx)
    await askWhoIsMeant(tx, id, await settingOf(context))
  })
  process.stdout.write(`${account}\trenamed\t${display}\n`)
}

async function disable(context: CommandContext, { account }: Leaver) {
  const { id } = await staffOf(context, account)
  await sql`select identity.disable(${id}, ${context.now()})`.execute(context.owner)
  process.stdout.write(`${account}\tdisabled\n`)
}

async function enable(context: CommandContext, { account }: Leaver) {
  const { id } = await staffOf(context, account)
  await context.owner.transaction().execute(async (tx) => {
    await sql`select identity.enable(${id}, ${context.now()})`.execute(tx)
    await askWhoIsMeant(tx, id, await settingOf(context))
  })
  process.stdout.write(`${account}\tenabled\n`)
}

/** @throws Explained when there is no such account, it is a citizen's, or it is disabled: a head who cannot sign in is none */
async function onDuty(context: CommandContext, email: string): Promise<string> {
  const { id, disabled_at } = await staffOf(context, email)
  if (disabled_at) throw new Explained(`${email} is disabled. "lapor staff enable" lets them in again.`)
  return id
}

/** Their account, disabled or not. @throws Explained when there is none, or it is a citizen's */
async function staffOf({ owner, config }: CommandContext, email: string) {
  const accountId = await findAccountId(owner, { indexSecret: masterSecret(config, 'index') }, email)
  const account = await owner
    .selectFrom('identity.account')
    .select(['id', 'role', 'disabled_at'])
    .where('id', '=', accountId ?? null)
    .executeTakeFirst()
  if (!account || account.role === 'citizen') throw new Explained('Nobody on duty has this e-mail.')
  return account
}

async function settingOf({ worker, config, now }: CommandContext): Promise<Setting> {
  const [rules, directory] = await Promise.all([loadRules(worker, keeperOf(config)), loadDirectory(worker)])
  return { rules, directory, now: now() }
}

function aSlug(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) throw new InvalidArgumentError('Small letters, digits and hyphens.')
  return text
}

/** @throws Explained when there is no such office */
async function nameOfOffice(owner: CommandContext['owner'], office: string): Promise<string> {
  const found = await owner.selectFrom('publication.agency').select('name').where('id', '=', office).executeTakeFirst()
  if (!found) throw new Explained(`No office is called ${office}. Its slug is in the address of its page.`)
  return found.name
}

function aRole() {
  return new Option('--role <role>', 'as what').makeOptionMandatory()
}
