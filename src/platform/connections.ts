import { createHash } from 'node:crypto'

/** One address per role, each a `postgresql://` URL. Only the launcher and the commands ever see the owner's. */
export type Connections = { owner: string; web: string; worker: string; public: string }

export type ProcessRole = Exclude<keyof Connections, 'owner'>

export const processRoles = ['web', 'worker', 'public'] as const satisfies ProcessRole[]

/** The group role (made by the first migration, shared by a whole server) that says what a login may do. */
export const groupOf = (role: ProcessRole) => `lapor_${role}`

/** The login of one role in one installation; a server may hold several, so the database's name is in it. */
export function loginOf(database: string, role: ProcessRole): string {
  const longest = 63 - '_login_worker'.length
  const short = createHash('sha256').update(database).digest('hex').slice(0, 8)
  const base = database.length <= longest ? database : `${database.slice(0, longest - 9)}_${short}`
  return `${base}_login_${role}`
}

export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** The same server and database for another user. */
export function asUser(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = encodeURIComponent(user)
  changed.password = encodeURIComponent(password)
  return changed.href
}

/** The same server and user, another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

/**
 * The four addresses of an installation.
 * @param passwordOf what the login's password is; derived from a secret of the installation
 * @param readUrl a streaming replica for the public pages
 */
export function connectionsFor(ownerUrl: string, passwordOf: (login: string) => string, readUrl?: string): Connections {
  const database = databaseOf(ownerUrl)
  const url = (role: ProcessRole, server = ownerUrl) => {
    const login = loginOf(database, role)
    return asUser(server, login, passwordOf(login))
  }
  return { owner: ownerUrl, web: url('web'), worker: url('worker'), public: url('public', readUrl ?? ownerUrl) }
}
