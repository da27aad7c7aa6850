import type pg from 'pg'
import { groupOf, loginOf, processRoles } from './connections.ts'
import { Explained } from './explained.ts'

/** No role waits for ever: a statement of ours that takes this long is a fault, and holds locks others need. */
const limits = { web: '15s', public: '15s', worker: '300s' } as const

/**
 * Makes the installation's three logins, or gives them their password again, each a member of its group and nothing else.
 * @throws Explained when the owner may not make roles
 */
export async function ensureLogins(client: pg.Client, database: string, passwordOf: (login: string) => string) {
  const name = (text: string) => client.escapeIdentifier(text)
  await client.query('begin')
  try {
    await client.query(`revoke all on database ${name(database)} from public`)
    for (const role of processRoles) {
      const login = loginOf(database, role)
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login])
      if (!rowCount) await client.query(`create role ${name(login)} login`)
      await client.query(`alter role ${name(login)} password ${client.escapeLiteral(passwordOf(login))}`)
      await client.query(`alter role ${name(login)} set statement_timeout = '${limits[role]}'`)
      await client.query(`alter role ${name(login)} set idle_in_transaction_session_timeout = '60s'`)
      await client.query(`grant ${name(groupOf(role))} to ${name(login)}`)
      await client.query(`grant connect on database ${name(database)} to ${name(login)}`)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const { code, message } = error as { code?: string; message: string }
    if (code !== '42501') throw error
    throw new Explained(`The owner in DATABASE_URL needs CREATEROLE and must own the database: ${message}.`)
  }
}
