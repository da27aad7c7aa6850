import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../../platform/free-port.ts'

const binary = '/usr/sbin/dovecot'

/** A mailbox as a provider keeps it: a server that speaks IMAP, and a way in for what is delivered. */
export type Dovecot = {
  host: string
  port: number
  username: string
  password: string
  /** As a mail server delivers: written aside, then moved in; `seen` when somebody has opened it since. */
  deliver(raw: Uint8Array | string, more?: { seen?: boolean }): void
  /** How many mails lie in a folder, and how many of them nobody has seen. */
  lies(folder?: string): { all: number; seen: number }
  /** Ends every connection; the mails stay. */
  stop(): Promise<void>
  /** Goes on where it stopped; with another generation of numbers when asked (UIDVALIDITY). */
  start(more?: { renumbered?: boolean }): Promise<void>
  remove(): Promise<void>
}

/** Debian's Dovecot is here; `npm test` installs it as root. */
export function hasDovecot(): boolean {
  return existsSync(binary) && existsSync('/usr/lib/dovecot/imap')
}

/** An instance of its own, on a free port, without any right that it does not need. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-dovecot-'))
  const port = await freePort()
  const [username, password] = ['lapor', 'kenari']
  const home = join(folder, 'home')
  const box = join(home, 'Maildir')
  const owner = servant()
  for (const dir of [folder, home, box, ...['new', 'cur', 'tmp'].map((name) => join(box, name))]) {
    mkdirSync(dir, { recursive: true, mode: 0o755 })
    chownSync(dir, owner.uid, owner.gid)
  }
  const file = join(folder, 'dovecot.conf')
  writeFileSync(
    file,
    settings({ folder, port, password, home, user: owner.name, group: owner.group, uid: owner.uid, gid: owner.gid }),
  )
  let child: ReturnType<typeof spawn> | undefined
  let delivered = 0

  async function start({ renumbered = false } = {}) {
    if (renumbered) for (const name of readdirSync(box)) if (name.startsWith('dovecot')) rmSync(join(box, name))
    child = spawn(binary, ['-F', '-c', file], { stdio: 'ignore' })
    await listening(port)
  }
  async function stop() {
    if (!child || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }

  await start()
  return {
    host: '127.0.0.1',
    port,
    username,
    password,
    deliver(raw, { seen = false } = {}) {
      const name = `${Date.now()}.${String(++delivered).padStart(6, '0')}.${randomUUID().slice(0, 8)}`
      const aside = join(box, 'tmp', name)
      writeFileSync(aside, raw)
      chownSync(aside, owner.uid, owner.gid)
      renameSync(aside, seen ? join(box, 'cur', `${name}:2,S`) : join(box, 'new', name))
    },
    lies(of) {
      const dir = of ? join(box, `.${of}`) : box
      const names = ['new', 'cur'].flatMap((name) => (existsSync(join(dir, name)) ? readdirSync(join(dir, name)) : []))
      return { all: names.length, seen: names.filter((name) => /:2,[A-Z]*S/.test(name)).length }
    },
    stop,
    start,
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whoever runs the tests; as root somebody without rights, for it serves no mail of root. */
function servant() {
  const { uid, gid, username } = userInfo()
  if (uid !== 0) return { uid, gid, name: username, group: execFileSync('id', ['-gn']).toString().trim() }
  return { uid: 65534, gid: 65534, name: 'nobody', group: 'nogroup' }
}

type Settings = Record<'folder' | 'password' | 'home' | 'user' | 'group', string> &
  Record<'port' | 'uid' | 'gid', number>

function settings({ folder, port, password, home, user, group, uid, gid }: Settings): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Selesai {
    auto = create
  }
}
`
}

async function listening(port: number) {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('close', () => resolve(false))
      socket.once('error', () => resolve(false))
    })
    if (open) return
    await pause(100)
  }
  throw new Error(`Dovecot does not listen on ${port}`)
}
