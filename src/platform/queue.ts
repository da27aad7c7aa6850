import { Logger, runMigrations } from 'graphile-worker'
import type pg from 'pg'

/** The schema of the job queue; only the worker may enter. */
export const queueSchema = 'graphile_worker'

/**
 * Brings graphile-worker's tables to its version and opens them to the worker's role. They come closed to every role but
 * their owner, by row-level security, and the worker is not the owner.
 */
export async function migrateQueue(ownerUrl: string, client: pg.Client) {
  await runMigrations({ connectionString: ownerUrl, schema: queueSchema, logger: silent })
  await client.query(`
    grant usage on schema ${queueSchema} to lapor_worker;
    grant all on all tables in schema ${queueSchema} to lapor_worker;
    grant all on all sequences in schema ${queueSchema} to lapor_worker;
    revoke all on all functions in schema ${queueSchema} from public;
    grant execute on all functions in schema ${queueSchema} to lapor_worker;`)
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = $1::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')`,
    [queueSchema],
  )
  for (const { name } of rows)
    await client.query(
      `create policy worker on ${queueSchema}.${client.escapeIdentifier(name)} to lapor_worker using (true) with check (true)`,
    )
}

const silent = new Logger(() => () => {})
