import { existsSync } from 'node:fs'
import { aptInstall } from './apt.mjs'

const parts = ['/usr/sbin/bearerbox', '/usr/sbin/smsbox', '/usr/lib/kannel/test/fakesmsc']

/** Debian's Kannel with its simulated operator; as root on Debian it is installed when missing. Says one sentence when it is not there. */
export function installKannel() {
  if (parts.every(existsSync)) return
  aptInstall(['kannel', 'kannel-extras'], 'the tests of SMS')
  if (!parts.every(existsSync))
    process.stderr.write(
      'The tests of SMS are skipped: they need Kannel (Debian: apt-get install kannel kannel-extras).\n',
    )
}
