import type { Command } from 'commander'
import { z } from 'zod'
import { removeAccount, setAccount } from '../channels/x/set-account.ts'
import { readIdentityOf } from '../channels/x/api/who-we-are.ts'
import { XFailed } from '../channels/x/api/x-failed.ts'
import { Explained } from '../platform/explained.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'
import { sealPair } from '../secrecy/keys/seal-pair.ts'
import { aUrl } from './gateway/read-options.ts'
import { linesOfInput } from './lines-of-input.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

type Wish = { api: string; media: string; directMedia: string }

/** `lapor x set|show|remove`: the installation's account on X. The worker notices within a minute. */
export function addX(program: Command) {
  const x = program.command('x').description('set the account of X by which the installation listens and answers')
  x.command('set')
    .description(
      'listen and answer as this account; five lines are read from standard input: API key, API key secret, access token, ' +
        'access token secret, bearer token',
    )
    .option('--api <url>', 'where the API of X is', anOrigin, 'https://api.x.com')
    .option('--media <url>', 'the one host from which pictures are fetched', anOrigin, 'https://pbs.twimg.com')
    .option(
      '--direct-media <url>',
      'the one host from which pictures of direct messages are fetched',
      anOrigin,
      'https://ton.twitter.com',
    )
    .action((wish: Wish) => withInstallation((context) => set(context, wish)))
  x.command('show')
    .description('which account is set, and how it goes with each part of X; keys are not shown')
    .action(() => withInstallation(show))
  x.command('remove')
    .description('listen and answer no more; the keys are forgotten')
    .action(() => withInstallation(remove))
}

const token = z.string().regex(/^[\x21-\x7e]{8,300}$/)
const keysOf = z
  .tuple([token, token, token, token, token])
  .transform(([apiKey, apiSecret, accessToken, accessSecret, bearer]) => ({
    apiKey,
    apiSecret,
    accessToken,
    accessSecret,
    bearer,
  }))

/** @throws Explained when what came in is no five keys, or X does not know them */
async function set({ owner, config, now }: CommandContext, { api, media, directMedia }: Wish) {
  const read = keysOf.safeParse(await linesOfInput(5))
  if (!read.success)
    throw new Explained(
      'Five lines are read from standard input: API key, API key secret, access token, access token secret, bearer token.',
    )
  const account = { apiUrl: api, mediaUrl: media, directMediaUrl: directMedia, keys: read.data }
  const us = await readIdentityOf(account).catch((error: unknown) => {
    if (error instanceof XFailed)
      throw new Explained(`X does not accept these keys, or is away (${error.code}). Nothing was changed.`)
    throw error
  })
  const sealing = { owner, sealTo: sealPair(config).publicKey, keeper: keeperOf(config) }
  await setAccount(sealing, { ...account, ...us }, now())
  process.stdout.write(`@${us.handle}\t${us.userId}\t${api}\n`)
}

async function show({ owner }: CommandContext) {
  const account = await owner
    .selectFrom('identity.x_account')
    .select(['handle', 'user_id', 'api_url', 'changed_at'])
    .executeTakeFirst()
  if (!account) return void process.stdout.write('no account is set\n')
  const { handle, user_id, api_url, changed_at } = account
  process.stdout.write(`@${handle}\t${user_id}\t${api_url}\tset ${changed_at.toISOString()}\n`)
  const states = await owner.selectFrom('identity.x_state').selectAll().orderBy('part').execute()
  for (const { part, ok_at, trouble, since, again_at } of states) {
    const how = trouble
      ? `${trouble} since ${since?.toISOString()}${again_at ? `, again at ${again_at.toISOString()}` : ''}`
      : 'well'
    process.stdout.write(`${part}\t${how}\t${ok_at ? `last well ${ok_at.toISOString()}` : 'never yet'}\n`)
  }
}

/** @throws Explained when there is none */
async function remove({ owner }: CommandContext) {
  if (!(await removeAccount(owner))) throw new Explained('No account of X is set.')
  process.stdout.write('removed\n')
}

/** Paths of X's API are put behind it. */
function anOrigin(url: string): string {
  return aUrl(url).replace(/\/$/, '')
}
