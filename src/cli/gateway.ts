import type { Command } from 'commander'
import type { Config } from '../platform/config.ts'
import { Explained } from '../platform/explained.ts'
import { seal } from '../platform/seal.ts'
import { randomId } from '../platform/uuid.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'
import { sealPair } from '../secrecy/keys/seal-pair.ts'
import { columnsFor, needsToken, secretsOf, wordsOfState, type Wish } from './gateway/columns.ts'
import { aName, aNumber, aPrefix, aUrl } from './gateway/read-options.ts'
import { addGatewayKind, signatureOf } from './gateway/kinds.ts'
import { linesOfInput } from './lines-of-input.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

/** `lapor gateway set|list|remove`: through which gateways SMS come and leave. The worker notices within seconds. */
export function addGateway(program: Command) {
  const gateway = program.command('gateway').description('set the gateways through which SMS come and leave')
  gateway
    .command('set')
    .description(
      'use this gateway; its password or key, or with what it signs, is read from standard input, a line each',
    )
    .argument('<name>', 'what it is called here, such as kannel or telkomsel', aName)
    .option(
      '--kind <kind>',
      'kannel; smpp for an operator’s message centre; infobip, twilio, africas-talking, vonage; or one that `gateway kind set` added',
      aName,
      'kannel',
    )
    .option(
      '--url <url>',
      'kannel: where its smsbox listens for sendsms, such as http://127.0.0.1:13013; infobip: our base URL there, to send too',
      aUrl,
    )
    .option(
      '--username <name>',
      'kannel: of the sendsms-user; to send too: Twilio’s Account SID, Africa’s Talking’s user, Vonage’s API key',
    )
    .option('--priority <number>', 'of those that send over HTTP the lowest is asked first', aNumber(99), 5)
    .option('--host <host>', 'smpp: name or address of the message centre')
    .option('--port <port>', 'smpp: its port; 2775, or 3550 with TLS', aNumber(65_535))
    .option('--tls', 'smpp: within TLS')
    .option('--authority <file>', 'smpp: PEM of who signed its certificate, where no public authority did')
    .option('--system-id <id>', 'smpp: as which we bind')
    .option('--system-type <type>', 'smpp: where the operator demands one', '')
    .option('--bind <how>', 'smpp: transceiver, or pair for a transmitter and a receiver', 'transceiver')
    .option('--window <count>', 'smpp: messages that may wait for an answer at once', aNumber(1_000), 20)
    .option('--per-second <count>', 'smpp: messages that may leave in a second', aNumber(10_000), 100)
    .option('--prefix <number...>', 'smpp: beginnings of the numbers of this operator, such as +62811', aPrefix)
    .option('--alphabet <name>', 'smpp: what data_coding 0 means there, gsm7 or latin1', 'gsm7')
    .option('--sender <number>', 'the number that phones see', '1708')
    .action((name: string, wish: Wish) => withInstallation((context) => set(context, name, wish)))
  gateway
    .command('list')
    .description('every gateway and how its binds are; passwords are not shown')
    .action(() => withInstallation(print))
  gateway
    .command('remove')
    .description('no message comes or leaves through it any more')
    .argument('<name>', 'as `lapor gateway list` prints it')
    .action((name: string) => withInstallation((context) => remove(context, name)))
  addGatewayKind(gateway)
}

/** @throws Explained when something is missing or cannot be */
async function set({ owner, config, now }: CommandContext, name: string, asking: Wish) {
  const wish = { ...asking, signature: await signatureOf(owner, asking.kind) }
  const asked = columnsFor(wish)
  if (name === 'kannel' && wish.kind !== 'kannel') throw new Explained('kannel is what a Kannel is called.')
  const before = await owner.selectFrom('identity.gateway').select('id').where('name', '=', name).executeTakeFirst()
  const id = before?.id ?? randomId()
  const columns = { ...asked, ...(await secretsFor(id, wish, config)), changed_at: now() }
  await owner
    .insertInto('identity.gateway')
    .values({ id, name, ...columns })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
    .execute()
  const hook = wish.kind === 'kannel' || wish.kind === 'smpp' ? null : `${config.baseUrl}/hooks/sms/${name}`
  process.stdout.write(`${[name, asked.sender, asked.url, hook].filter(Boolean).join('\t')}\n`)
  if (needsToken(wish)) process.stderr.write(`Give it a token: bin/lapor token create --for sms:${name}\n`)
}

/** @throws Explained when a secret did not come in */
async function secretsFor(id: string, wish: Wish, config: Config) {
  const wanted = secretsOf(wish)
  const lines = wanted.length > 0 ? await linesOfInput(wanted.length) : []
  const columns = { sealed_password: null as Buffer | null, hook_secret: null as string | null }
  for (const [at, which] of wanted.entries()) {
    const secret = lines[at]
    if (!secret)
      throw new Explained(
        `The ${which.includes('password') ? 'password or key' : 'signing secret'} of the gateway is read from standard input, line ${at + 1}; nothing came.`,
      )
    if (which.includes('password')) columns.sealed_password = seal(sealPair(config).publicKey, secret)
    if (which.includes('signature')) columns.hook_secret = keeperOf(config).sealWords(id, secret)
  }
  return columns
}

async function print({ owner, now }: CommandContext) {
  const rows = await owner
    .selectFrom('identity.gateway as g')
    .leftJoin('identity.gateway_state as s', 's.gateway_id', 'g.id')
    .select([
      'g.name',
      'g.kind',
      'g.sender',
      'g.url',
      'g.username',
      's.line',
      's.state',
      's.since',
      's.reason',
      's.seen_at',
    ])
    .orderBy('g.name')
    .orderBy('s.line')
    .execute()
  for (const row of rows) {
    const columns = [row.name, row.kind, row.sender, row.url ?? '-', row.username, wordsOfState(row, now())]
    process.stdout.write(`${columns.filter(Boolean).join('\t')}\n`)
  }
}

/** @throws Explained when there is none of this name */
async function remove({ owner }: CommandContext, name: string) {
  const gone = await owner.deleteFrom('identity.gateway').where('name', '=', name).returning('name').execute()
  if (gone.length === 0) throw new Explained('No gateway is called so. `lapor gateway list` prints them.')
  process.stdout.write('removed\n')
}
