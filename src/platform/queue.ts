import { Logger, runMigrations } from 'graphile-worker'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'

/** The schema of the job queue; only the worker may enter. */
export const queueSchema = 'graphile_worker'

/**
 * Brings graphile-worker's tables to its version and opens them to the worker's role. They come closed to every role but
 * their owner, by row-level security, and the worker is not the owner.
 */
export async function migrateQueue(ownerUrl: string, client: pg.Client) {
  await runMigrations({ connectionString: ownerUrl, schema: queueSchema, logger: silent })
  await client.query(roundTimes)
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

/**
 * When work came tells when its report was filed: times in the queue are no finer than the hour, except since when a job is being done.
 * What is due stays due, in its order; what has to wait on behalf of a report without identity waits until an hour is full.
 */
const roundTimes = `
  create or replace function ${queueSchema}.round_times() returns trigger language plpgsql set search_path = pg_catalog as $$
  begin
    new.created_at := date_trunc('hour', new.created_at, 'UTC');
    new.updated_at := date_trunc('hour', new.updated_at, 'UTC');
    if new.run_at <= now() then
      new.run_at := date_trunc('hour', new.run_at, 'UTC');
    elsif coalesce(casework.is_work_without_identity(new.payload), false) then
      new.run_at := date_trunc('hour', new.run_at + interval '1 hour' - interval '1 microsecond', 'UTC');
    end if;
    return new;
  end $$;
  do $$ begin
    if not exists (select from pg_trigger where tgname = 'round_times' and tgrelid = '${queueSchema}._private_jobs'::regclass) then
      create trigger round_times before insert or update on ${queueSchema}._private_jobs
        for each row execute function ${queueSchema}.round_times();
    end if;
  end $$;`

/**
 * A piece of work for later. `payload` holds ids, never words or addresses; the same `key` twice is one job, done at the later
 * wish. `afterMs`: not before so many milliseconds from now; a wait and not an instant, for the queue lives in the machine's time.
 */
export type Job = { task: string; payload: Record<string, string | number>; key?: string; afterMs?: number }

/** Puts jobs into the queue within the caller's transaction, which must be the worker's: they exist when it commits. */
export async function addJobs<DB>(tx: Kysely<DB>, jobs: Job[]) {
  if (jobs.length === 0) return
  await sql`select from graphile_worker.add_jobs(array(
    select row(task, payload, null, now() + "afterMs" * interval '1 ms', null, key, null, null)::graphile_worker.job_spec
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb)
      as job (task text, payload json, key text, "afterMs" float)))`.execute(tx)
}

const silent = new Logger(() => () => {})
