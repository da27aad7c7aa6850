import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Explained } from '../explained.ts'

/** PostgreSQL refuses to run as root, so root lends it another user. */
export type SystemUser = { name: string; uid: number; gid: number }

/** Who runs the server: ourselves, or when we are root the owner of the cluster, else a user of the machine made for it. */
export function serverUser(clusterFolder: string): SystemUser {
  const uid = process.geteuid?.()
  if (uid === undefined) throw new Explained('The embedded PostgreSQL runs on Linux only. Set DATABASE_URL.')
  if (uid !== 0) return byUid(uid) ?? unknownUser(uid)
  return ownerOf(clusterFolder) ?? byName('postgres') ?? byName('lapor') ?? created() ?? byName('nobody') ?? noUser()
}

function ownerOf(folder: string): SystemUser | undefined {
  if (!existsSync(folder)) return undefined
  const { uid } = statSync(folder)
  return uid === 0 ? undefined : byUid(uid)
}

/** Debian has both tools, Alpine only the second. */
function created(): SystemUser | undefined {
  const attempts: [string, ...string[]][] = [
    ['useradd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'lapor'],
    ['adduser', '-S', '-D', '-H', 'lapor'],
  ]
  for (const [command, ...options] of attempts) spawnSync(command, options, { stdio: 'ignore', cwd: '/' })
  return byName('lapor')
}

const byName = (name: string) => passwd().find((user) => user.name === name)
const byUid = (uid: number) => passwd().find((user) => user.uid === uid)

function passwd(): SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name as string, uid: Number(uid), gid: Number(gid) }))
}

/** Users of a directory service are not in /etc/passwd; PostgreSQL finds them all the same. */
function unknownUser(uid: number): SystemUser {
  return { name: String(uid), uid, gid: process.getegid?.() ?? uid }
}

function noUser(): never {
  throw new Explained(
    'PostgreSQL refuses to run as root and no other user could be made. Start LAPOR! as an ordinary user, or set DATABASE_URL.',
  )
}
