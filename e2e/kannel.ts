import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../src/platform/free-port.ts'
import { type Group, kannelInReadme } from './kannel-in-readme.ts'

/** A phone behind the simulated operator: what it sent, and what came to it. */
export type Kannel = {
  /** Where our messages go: smsbox's sendsms. */
  sendsmsUrl: string
  username: string
  password: string
  /** Sends a message, "from to text words", through the operator; a phone that has sent before is off from then on. */
  send(message: string): void
  /** What the operator was given for phones, as it printed it. */
  received(): string
  /** smsbox dies without a word: nothing is brought any more. */
  smsboxDies(): Promise<void>
  /** bearerbox dies without a word, and both are started again. */
  startAgain(): Promise<void>
  /** Messages that bearerbox keeps on disk. */
  kept(): number
  stop(): Promise<void>
}

const fakesmsc = '/usr/lib/kannel/test/fakesmsc'

/** Debian's Kannel is here; `npm test` installs it as root. */
export function hasKannel(): boolean {
  return existsSync('/usr/sbin/bearerbox') && existsSync(fakesmsc)
}

/** Debian's Kannel as README.md sets it up: bearerbox with a simulated operator, and smsbox, which brings messages to `hook`. */
export async function startKannel(hook: string): Promise<Kannel> {
  const folder = mkdtempSync('/tmp/lapor-kannel-')
  const [admin, boxes, operator, sendsms] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const [username, password] = ['lapor', 'kenari']
  const spool = join(folder, 'spool')
  mkdirSync(spool)
  const file = join(folder, 'kannel.conf')
  const here: Group[] = [
    {
      group: 'core',
      'admin-port': admin,
      'admin-password': 'x',
      'smsbox-port': boxes,
      'box-allow-ip': '127.0.0.1',
      'store-location': spool,
    },
    { group: 'smsc', smsc: 'fake', 'smsc-id': 'operator', port: operator, 'connect-allow-ip': '127.0.0.1' },
    { group: 'smsbox', 'bearerbox-host': '127.0.0.1', 'sendsms-port': sendsms, 'global-sender': '1708' },
    { group: 'sendsms-user', username, password, concatenation: 'true', 'max-messages': 9 },
    { group: 'sms-service', concatenation: 'true' },
  ]
  writeFileSync(file, written(here, hook))
  const running: ChildProcess[] = []
  const start = (command: string, ...options: string[]) => {
    const child = spawn(command, options, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push(child)
    return child
  }
  const startBearerbox = async () => {
    const child = start('/usr/sbin/bearerbox', '-v', '1', file)
    await listening(boxes)
    return child
  }
  const startSmsbox = async () => {
    const child = start('/usr/sbin/smsbox', '-v', '1', file)
    await listening(sendsms)
    return child
  }
  let bearerbox = await startBearerbox()
  let smsbox = await startSmsbox()
  let received = ''
  let phone: ReturnType<typeof start> | undefined
  return {
    sendsmsUrl: `http://127.0.0.1:${sendsms}`,
    username,
    password,
    send(message) {
      // The simulated operator hears one connection at a time.
      phone?.kill('SIGKILL')
      phone = start(fakesmsc, '-H', '127.0.0.1', '-r', `${operator}`, '-m', '1', message)
      for (const stream of [phone.stdout, phone.stderr]) stream?.on('data', (chunk: Buffer) => (received += chunk))
    },
    received: () => received,
    smsboxDies: () => die(smsbox),
    async startAgain() {
      await die(bearerbox)
      bearerbox = await startBearerbox()
      smsbox = await startSmsbox()
    },
    kept: () => readdirSync(spool, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
    async stop() {
      for (const child of running.toReversed()) await die(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What README.md says, with what is of this machine and this test besides. */
function written(here: readonly Group[], hook: string): string {
  const told = kannelInReadme()
  const groups = here.map((group) => ({ ...told.find((one) => one.group === group.group), ...group }))
  const lines = groups.map((group) => Object.entries(group).map(([name, value]) => `${name} = ${value}`))
  const text = lines.map((group) => group.join('\n')).join('\n\n')
  return `${text.replace(/http:\/\/HOST[^&]*/, () => hook)}\n`
}

async function die(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

async function listening(port: number) {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (open) return
    await pause(100)
  }
  throw new Error(`Kannel does not listen on ${port}`)
}
