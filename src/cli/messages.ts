import type { Command } from 'commander'
import { askReplay, askReplays, messageCounts } from '../notifications/failed/failed-messages.ts'
import { Explained } from '../platform/explained.ts'
import { isId } from '../platform/uuid.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

const shown = 1_000

/** `lapor messages count|list|retry`: messages that did not go out, without saying to whom or about which report. */
export function addMessages(program: Command) {
  const messages = program.command('messages').description('messages going out: what failed and why, and trying again')
  messages
    .command('count')
    .description('how many there are, by state, door and reason')
    .action(() => withInstallation(count))
  messages
    .command('list')
    .description('messages that failed, the latest first: id, state, door, kind, reason, tries, time')
    .option('--reason <reason>', 'only those, as `lapor messages count` prints it')
    .action(({ reason }: { reason?: string }) => withInstallation((context) => list(context, reason)))
  messages
    .command('retry')
    .description('try again what was given up: one message, or all of a reason; pressed twice, sent once')
    .argument('[id]', 'as `lapor messages list` prints it')
    .option('--reason <reason>', 'all of this reason')
    .action((id: string | undefined, { reason }: { reason?: string }) =>
      withInstallation((context) => retry(context, id, reason)),
    )
}

async function count({ owner }: CommandContext) {
  for (const { state, channel, reason, count: n } of await messageCounts(owner))
    process.stdout.write(`${[state, channel, reason ?? '-', n].join('\t')}\n`)
}

async function list({ owner }: CommandContext, reason: string | undefined) {
  const rows = await owner
    .selectFrom('identity.failed_message')
    .select(['id', 'state', 'channel', 'template', 'last_error', 'attempts', 'failed_at'])
    .$if(reason !== undefined, (query) => query.where('last_error', '=', reason ?? ''))
    .orderBy('failed_at', (order) => order.desc().nullsLast())
    .limit(shown)
    .execute()
  for (const row of rows) {
    const { id, state, channel, template, last_error, attempts, failed_at } = row
    const hour = failed_at?.toISOString().slice(0, 13) ?? '-'
    process.stdout.write(`${[id, state, channel, template, last_error ?? '-', attempts, hour].join('\t')}\n`)
  }
}

/** @throws Explained when neither or both are named, or there is no such message to try again */
async function retry({ worker, now }: CommandContext, id: string | undefined, reason: string | undefined) {
  if ((id === undefined) === (reason === undefined))
    throw new Explained('Name one message, or --reason and all of it. `lapor messages list` prints both.')
  const tried = await as(worker, system, async (tx) => {
    if (reason !== undefined) return askReplays(tx, reason, now())
    return isId(id ?? '') && (await askReplay(tx, id ?? '', 'again', now())) ? 1 : 0
  })
  if (tried === 0) throw new Explained('There is nothing to try again: no message was given up under that name.')
  process.stdout.write(`${tried} tried again\n`)
}
