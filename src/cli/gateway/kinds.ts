import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { readMapping } from '../../channels/sms/parts/mapping.ts'
import type { Db } from '../../platform/db.ts'
import { Explained } from '../../platform/explained.ts'
import { type CommandContext, withInstallation } from '../with-installation.ts'
import { aName, aSignature, type Signature } from './read-options.ts'

/** `lapor gateway kind set|list|remove`: how an HTTP gateway that we do not know writes what it brings. */
export function addGatewayKind(gateway: Command) {
  const kind = gateway.command('kind').description('set how further HTTP gateways write the messages that they bring')
  kind
    .command('set')
    .description('describe a kind of gateway, by the names of its fields')
    .argument('<kind>', 'what this kind is called here', aName)
    .requiredOption(
      '--mapping <file>',
      'JSON: {"from": "sender", "text": "message", "to": "…", "id": "…", "at": "…"}; `kind list` shows those that come with us',
    )
    .option('--signature <scheme>', 'token, or how it signs: twilio, vonage', aSignature, 'token')
    .action((name: string, { mapping, signature }: { mapping: string; signature: Signature }) =>
      withInstallation((context) => setKind(context, { kind: name, json: readText(mapping), signature })),
    )
  kind
    .command('list')
    .description('every kind and its mapping, as JSON Lines')
    .action(() => withInstallation(printKinds))
  kind
    .command('remove')
    .description('forget a kind that was added')
    .argument('<kind>', 'as `lapor gateway kind list` prints it', aName)
    .action((name: string) => withInstallation((context) => removeKind(context, name)))
}

type Asked = { kind: string; json: string; signature: Signature }

/** @throws Explained where the mapping cannot be one, or the kind is one of ours */
export async function setKind({ owner }: Pick<CommandContext, 'owner'>, { kind, json, signature }: Asked) {
  const read = readMapping(json)
  if (!read.ok) throw new Explained(`This mapping cannot be used:\n  ${read.wrong.join('\n  ')}`)
  await refuseOurs(owner, kind)
  const columns = { mapping: JSON.stringify(read.mapping), signature }
  await owner
    .insertInto('identity.gateway_kind')
    .values({ kind, ...columns })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(columns))
    .execute()
  process.stdout.write(`${kind}\n`)
}

/** @throws Explained where there is none, it is one of ours, or a gateway is of this kind */
export async function removeKind({ owner }: Pick<CommandContext, 'owner'>, kind: string) {
  await refuseOurs(owner, kind)
  const used = await owner.selectFrom('identity.gateway').select('name').where('kind', '=', kind).executeTakeFirst()
  if (used) throw new Explained(`The gateway ${used.name} is of this kind. Remove it first.`)
  const gone = await owner.deleteFrom('identity.gateway_kind').where('kind', '=', kind).returning('kind').execute()
  if (gone.length === 0) throw new Explained('No kind is called so. `lapor gateway kind list` prints them.')
  process.stdout.write('removed\n')
}

/** How a gateway of this kind proves itself. @throws Explained where there is no such kind */
export async function signatureOf(owner: Db, kind: string): Promise<Signature> {
  const rows = await owner.selectFrom('identity.gateway_kind').select(['kind', 'signature']).orderBy('kind').execute()
  const found = rows.find((row) => row.kind === kind)
  if (!found) throw new Explained(`--kind is one of ${rows.map((row) => row.kind).join(', ')}.`)
  return found.signature as Signature
}

async function refuseOurs(owner: Db, kind: string) {
  const row = await owner
    .selectFrom('identity.gateway_kind')
    .select('is_ours')
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (row?.is_ours) throw new Explained(`${kind} comes with us and stays as it is. Choose another name.`)
}

async function printKinds({ owner }: CommandContext) {
  const rows = await owner.selectFrom('identity.gateway_kind').selectAll().orderBy('kind').execute()
  for (const { kind, signature, mapping } of rows)
    process.stdout.write(`${JSON.stringify({ kind, signature, mapping })}\n`)
}

/** @throws Explained where there is no such file */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Explained(`The file ${path} cannot be read.`)
  }
}
