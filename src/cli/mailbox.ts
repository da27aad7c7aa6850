import { type Command, InvalidArgumentError } from 'commander'
import { normaliseEmail } from '../accounts/contact.ts'
import { Explained } from '../platform/explained.ts'
import { seal } from '../platform/seal.ts'
import { randomId } from '../platform/uuid.ts'
import { sealPair } from '../secrecy/keys/seal-pair.ts'
import { aName } from './gateway/read-options.ts'
import { firstLineOfInput } from './lines-of-input.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

type Wish = {
  address: string
  plus: boolean
  trust?: string
  host?: string
  port?: string
  tls: string
  user?: string
  folder: string
  done?: string
}

/** `lapor mailbox set|list|remove`: which mailboxes people write to, and how they are read. The worker notices within seconds. */
export function addMailbox(program: Command) {
  const mailbox = program.command('mailbox').description('set the mailboxes that people write to')
  mailbox
    .command('set')
    .description(
      'with --host: read it by IMAP, its password from standard input, one line; without: it is brought to /hooks/email',
    )
    .argument('<name>', 'what it is called here, such as utama', aName)
    .requiredOption('--address <address>', 'what people write to, such as lapor@lapor.go.id', anAddress)
    .option('--no-plus', 'its server does not deliver name+anything to it')
    .option('--trust <name>', 'believe Authentication-Results under this name: the one of its own server', aHost)
    .option('--host <host>', 'its IMAP server', aHost)
    .option('--port <port>', 'of that server; 993 with tls, else 143', aPort)
    .option('--tls <kind>', 'tls, starttls or none', aKind, 'tls')
    .option('--user <name>', 'to sign in there; its address when left out')
    .option('--folder <folder>', 'where mails arrive', 'INBOX')
    .option('--done <folder>', 'where mails are moved once they are safe; left out, they are marked as seen')
    .action((name: string, wish: Wish) => withInstallation((context) => set(context, name, wish)))
  mailbox
    .command('list')
    .description('every mailbox, and whether it can be read; passwords are not shown')
    .action(() => withInstallation(print))
  mailbox
    .command('remove')
    .description('nobody reads it any more')
    .argument('<name>', 'as `lapor mailbox list` prints it')
    .action((name: string) => withInstallation((context) => remove(context, name)))
}

/** @throws Explained when no password came in for a mailbox that is read */
async function set({ owner, config, now }: CommandContext, name: string, wish: Wish) {
  const { address, plus, trust, host, tls, user, folder, done } = wish
  const password = host ? await firstLineOfInput() : ''
  if (host && !password) throw new Explained('The password of the mailbox is read from standard input; nothing came.')
  const reading = host
    ? {
        host,
        port: Number(wish.port ?? (tls === 'tls' ? 993 : 143)),
        tls,
        username: user ?? address,
        sealed_password: seal(sealPair(config).publicKey, password),
      }
    : { host: null, port: null, tls: null, username: null, sealed_password: null }
  const columns = {
    ...reading,
    address,
    plus,
    trusts: trust ?? null,
    folder,
    done_folder: done ?? null,
    changed_at: now(),
  }
  await owner
    .insertInto('identity.mailbox')
    .values({ id: randomId(), name, ...columns })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
    .execute()
  process.stdout.write(`${name}\t${address}\t${host ? `${host}:${reading.port}` : '/hooks/email'}\n`)
}

async function print({ owner }: CommandContext) {
  const rows = await owner.selectFrom('identity.mailbox').selectAll().orderBy('name').execute()
  for (const { name, address, host, port, state, since, last_error } of rows) {
    const way = host ? `${host}:${port}` : '/hooks/email'
    const how = host ? [state ?? 'not read yet', since?.toISOString() ?? '', last_error ?? ''] : []
    process.stdout.write(`${[name, address, way, ...how].join('\t').trimEnd()}\n`)
  }
}

/** @throws Explained when there is none of this name */
async function remove({ owner }: CommandContext, name: string) {
  const gone = await owner.deleteFrom('identity.mailbox').where('name', '=', name).returning('name').execute()
  if (gone.length === 0) throw new Explained('No mailbox is called so. `lapor mailbox list` prints them.')
  process.stdout.write('removed\n')
}

function anAddress(written: string): string {
  const address = normaliseEmail(written)
  if (!address || address.includes('+')) throw new InvalidArgumentError('An e-mail address, without a plus.')
  return address
}

function aHost(host: string): string {
  if (!/^[A-Za-z0-9.-]{1,254}$/.test(host)) throw new InvalidArgumentError('A name such as imap.lapor.go.id.')
  return host
}

function aPort(port: string): string {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) throw new InvalidArgumentError('A port.')
  return port
}

function aKind(kind: string): string {
  if (!['tls', 'starttls', 'none'].includes(kind)) throw new InvalidArgumentError('tls, starttls or none.')
  return kind
}
