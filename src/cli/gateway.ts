import { type Command, InvalidArgumentError } from 'commander'
import { Explained } from '../platform/explained.ts'
import { seal } from '../platform/seal.ts'
import { randomId } from '../platform/uuid.ts'
import { sealPair } from '../secrecy/keys/seal-pair.ts'
import { firstLineOfInput } from './first-line.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

type Wish = { url: string; username: string; sender: string }

/** `lapor gateway set|list|remove`: through which SMS gateway messages leave. The worker notices at the next message. */
export function addGateway(program: Command) {
  const gateway = program.command('gateway').description('set the SMS gateway through which messages leave')
  gateway
    .command('set')
    .description('use this Kannel; its password is read from standard input, one line')
    .argument('<name>', 'what it is called here, such as kannel', aName)
    .requiredOption('--url <url>', 'where its smsbox listens for sendsms, such as http://127.0.0.1:13013', aUrl)
    .requiredOption('--username <name>', 'of the sendsms-user')
    .option('--sender <number>', 'the number that phones see', '1708')
    .action((name: string, wish: Wish) => withInstallation((context) => set(context, name, wish)))
  gateway
    .command('list')
    .description('every gateway; passwords are not shown')
    .action(() => withInstallation(print))
  gateway
    .command('remove')
    .description('no message leaves through it any more')
    .argument('<name>', 'as `lapor gateway list` prints it')
    .action((name: string) => withInstallation((context) => remove(context, name)))
}

/** @throws Explained when no password came in */
async function set({ owner, config, now }: CommandContext, name: string, { url, username, sender }: Wish) {
  const password = await firstLineOfInput()
  if (!password) throw new Explained('The password of the sendsms-user is read from standard input; nothing came.')
  const sealed = seal(sealPair(config).publicKey, password)
  const columns = { url, username, sender, sealed_password: sealed, changed_at: now() }
  await owner
    .insertInto('identity.gateway')
    .values({ id: randomId(), name, kind: 'kannel', ...columns })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
    .execute()
  process.stdout.write(`${name}\t${sender}\t${url}\n`)
}

async function print({ owner }: CommandContext) {
  const rows = await owner
    .selectFrom('identity.gateway')
    .select(['name', 'sender', 'url', 'username'])
    .orderBy('name')
    .execute()
  for (const row of rows) process.stdout.write(`${[row.name, row.sender, row.url, row.username].join('\t')}\n`)
}

/** @throws Explained when there is none of this name */
async function remove({ owner }: CommandContext, name: string) {
  const gone = await owner.deleteFrom('identity.gateway').where('name', '=', name).returning('name').execute()
  if (gone.length === 0) throw new Explained('No gateway is called so. `lapor gateway list` prints them.')
  process.stdout.write('removed\n')
}

function aName(name: string): string {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) throw new InvalidArgumentError('Small letters, digits and dashes.')
  return name
}

function aUrl(url: string): string {
  if (!/^https?:\/\/[^\s/]+\/?$/.test(url))
    throw new InvalidArgumentError('http:// or https://, host and port, no path.')
  return url
}
