import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Smsc, startSmsc } from '../src/channels/sms/testing/smsc.ts'
import { root } from '../src/platform/root.ts'

/** The three operators that are bound, each as a peer of its own: one within TLS, one with a pair of lines, one plainly. */
export type Operators = { telkomsel: Smsc; indosat: Smsc; three: Smsc }

const prefixes = {
  telkomsel: ['+62811', '+62812', '+62813'],
  indosat: ['+62814', '+62815', '+62816'],
  three: ['+62895', '+62896'],
}

/** Starts them, and tells the product of each by its command line. */
export async function startOperators(dataDir: string): Promise<Operators> {
  const folder = mkdtempSync('/tmp/lapor-tls-')
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, '-days', '2', ...subject], {
      stdio: 'ignore',
    })
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    const refs = { answered: (n: number) => n.toString(16), receipted: String }
    const operators = {
      telkomsel: await startSmsc({ tls }),
      indosat: await startSmsc({ refs }),
      three: await startSmsc(),
    }
    setGateway(dataDir, 'telkomsel', operators.telkomsel, ['--tls', '--authority', cert])
    setGateway(dataDir, 'indosat', operators.indosat, ['--bind', 'pair'])
    setGateway(dataDir, 'three', operators.three)
    return operators
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function setGateway(dataDir: string, name: keyof Operators, smsc: Smsc, more: string[] = []) {
  const where = ['--host', 'localhost', '--port', String(smsc.port), '--system-id', smsc.systemId]
  const theirs = prefixes[name].flatMap((prefix) => ['--prefix', prefix])
  const pace = ['--per-second', '1000', '--window', '50']
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'lapor'), 'gateway', 'set', name, '--kind', 'smpp', ...where, ...theirs, ...pace, ...more],
    { env: { ...process.env, NODE_ENV: '', LAPOR_DATA_DIR: dataDir }, input: `${smsc.password}\n` },
  )
  if (status !== 0) throw new Error(stderr.toString())
}

/** A number of this operator, another one for each. */
export function numberOf(name: keyof Operators, at: number): string {
  return `${prefixes[name][0]}${String(at).padStart(7, '0')}`
}
