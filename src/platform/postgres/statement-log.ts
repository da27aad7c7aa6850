import { settings } from './settings.ts'

/** What a server may not be told to write into its log: statements with their values, and errors that quote what people wrote. */
const quiet: Readonly<Record<string, readonly string[]>> = {
  log_statement: ['none'],
  log_min_messages: ['log', 'fatal', 'panic'],
  log_min_error_statement: ['log', 'fatal', 'panic'],
  log_error_verbosity: ['terse'],
  log_min_duration_statement: ['-1'],
  log_min_duration_sample: ['-1'],
  log_transaction_sample_rate: ['0'],
  log_parameter_max_length: ['0'],
  log_parameter_max_length_on_error: ['0'],
}

/** The names of these settings, for asking a server with `current_setting`. */
export const logSettings = Object.keys(quiet)

/**
 * The law of secrecy.md, "PostgreSQL logs no statement text", for a server that is not ours.
 * @param found name and value of each of `logSettings`, as a session of ours has them
 * @returns one `name = value` each that has to be set otherwise; empty when its log says nothing of what people wrote
 */
export function tellingSettings(found: readonly { name: string; value: string }[]): string[] {
  return found.filter(({ name, value }) => !quiet[name]?.includes(value)).map(({ name, value }) => `${name} = ${value}`)
}

/** What its administrator runs, as a superuser: it holds for the next session in this database. */
export function quietly(database: string, telling: readonly string[]): string {
  const named = `"${database.replaceAll('"', '""')}"`
  return telling
    .map((setting) => setting.split(' = ')[0] ?? '')
    .map((name) => `alter database ${named} set ${name} = '${settings[name] ?? quiet[name]?.[0]}';`)
    .join(' ')
}
