import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../src/platform/free-port.ts'

/** A phone behind the simulated operator: what it sent, and what came to it. */
export type Kannel = {
  /** Where our messages go: smsbox's sendsms. */
  sendsmsUrl: string
  username: string
  password: string
  /** Sends `lines` as "from to text words" through the operator, one after the other. */
  send(lines: readonly string[]): void
  /** What the operator was given for phones, as it printed it. */
  received(): string
  stop(): Promise<void>
}

const fakesmsc = '/usr/lib/kannel/test/fakesmsc'

/** Debian's Kannel is here; `npm test` installs it as root. */
export function hasKannel(): boolean {
  return existsSync('/usr/sbin/bearerbox') && existsSync(fakesmsc)
}

/** Debian's Kannel: bearerbox with a simulated operator, and smsbox, which brings messages to `hook`. */
export async function startKannel(hook: string): Promise<Kannel> {
  const folder = mkdtempSync('/tmp/lapor-kannel-')
  const [admin, boxes, operator, sendsms] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const [username, password] = ['lapor', 'kenari']
  const file = join(folder, 'kannel.conf')
  const text = `${hook}&from=%p&to=%P&id=%I&smsc=%i&charset=%C&coding=%c&udh=%u&time=%t&text=%b`
  const groups = [
    { group: 'core', 'admin-port': admin, 'admin-password': 'x', 'smsbox-port': boxes, 'box-allow-ip': '127.0.0.1' },
    { group: 'smsc', smsc: 'fake', 'smsc-id': 'operator', port: operator, 'connect-allow-ip': '127.0.0.1' },
    { group: 'smsbox', 'bearerbox-host': '127.0.0.1', 'sendsms-port': sendsms, 'global-sender': '1708' },
    { group: 'sendsms-user', username, password, concatenation: 'true', 'max-messages': 9 },
    {
      group: 'sms-service',
      keyword: 'default',
      'catch-all': 'true',
      'get-url': `"${text}"`,
      'max-messages': 0,
      concatenation: 'true',
    },
  ]
  const lines = groups.map((group) =>
    Object.entries(group)
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n'),
  )
  writeFileSync(file, `${lines.join('\n\n')}\n`)
  const running: ChildProcess[] = []
  const start = (command: string, ...options: string[]) => {
    const child = spawn(command, options, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push(child)
    return child
  }
  start('/usr/sbin/bearerbox', '-v', '1', file)
  await listening(boxes)
  start('/usr/sbin/smsbox', '-v', '1', file)
  await listening(sendsms)
  let received = ''
  return {
    sendsmsUrl: `http://127.0.0.1:${sendsms}`,
    username,
    password,
    send(messages) {
      const phone = start(
        fakesmsc,
        '-H',
        '127.0.0.1',
        '-r',
        `${operator}`,
        '-m',
        `${messages.length}`,
        '-i',
        '0.2',
        ...messages,
      )
      for (const stream of [phone.stdout, phone.stderr]) stream?.on('data', (chunk: Buffer) => (received += chunk))
    },
    received: () => received,
    async stop() {
      for (const child of running.toReversed()) {
        if (child.exitCode !== null || child.signalCode !== null) continue
        const gone = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGKILL')
        await gone
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
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
