import { join, resolve } from 'node:path'
import { z } from 'zod'
import { durationPattern } from './duration.ts'
import { Explained } from './explained.ts'
import { root } from './root.ts'

const address = (protocols: RegExp) => z.string().regex(protocols, 'is not an address of the right kind').optional()

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).optional(),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'is not a port')
      .transform(Number)
      .refine((port) => port < 65_536, 'is not a port')
      .default(3000),
    HOST: z.string().default('127.0.0.1'),
    LAPOR_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    LAPOR_DATA_DIR: z.string().default(join(root, '.lapor')),
    DATABASE_URL: address(/^postgres(ql)?:\/\//),
    DATABASE_READ_URL: address(/^postgres(ql)?:\/\//),
    LAPOR_SEED: z.enum(['demo', 'reference', 'none']).optional(),
    LAPOR_CLOCK_OFFSET: z
      .string()
      .regex(durationPattern, 'is not an ISO 8601 duration such as P14D or -PT2400S')
      .optional(),
    LAPOR_ROLE: z.enum(['all', 'web', 'worker', 'sms']).default('all'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    LAPOR_KEYS_COMMAND: z.string().optional(),
    LAPOR_SMTP_URL: address(/^smtps?:\/\//),
    LAPOR_MAIL_FROM: z.string().min(3).default('LAPOR! <lapor@localhost>'),
  })
  .refine((env) => !(env.NODE_ENV === 'production' && env.LAPOR_CLOCK_OFFSET), {
    path: ['LAPOR_CLOCK_OFFSET'],
    message: 'is for rehearsals and is refused when NODE_ENV is production',
  })

/** Everything the environment decides, read once at the start and handed on as an argument. */
export type Config = {
  production: boolean
  port: number
  host: string
  /** The address in links, without a slash at the end. */
  baseUrl: string
  /** Absolute. */
  dataDir: string
  databaseUrl?: string
  databaseReadUrl?: string
  /** What to plant; undefined: the demonstration when the database is empty and this is not production. */
  seed?: 'demo' | 'reference' | 'none'
  clockOffset?: string
  role: 'all' | 'web' | 'worker' | 'sms'
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** A program that keeps the master keys instead of the data folder. */
  keysCommand?: string
  smtpUrl?: string
  mailFrom: string
}

/**
 * An empty variable counts as unset.
 * @throws Explained with one line for every variable that is wrong; no value is repeated, it may be a password
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
    throw new Explained(`LAPOR! cannot start with these settings:\n${lines.join('\n')}`)
  }
  const env = parsed.data
  return {
    production: env.NODE_ENV === 'production',
    port: env.PORT,
    host: env.HOST,
    baseUrl: (env.LAPOR_BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(env.LAPOR_DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    databaseReadUrl: env.DATABASE_READ_URL,
    seed: env.LAPOR_SEED,
    clockOffset: env.LAPOR_CLOCK_OFFSET,
    role: env.LAPOR_ROLE,
    logLevel: env.LOG_LEVEL,
    keysCommand: env.LAPOR_KEYS_COMMAND,
    smtpUrl: env.LAPOR_SMTP_URL,
    mailFrom: env.LAPOR_MAIL_FROM,
  }
}
