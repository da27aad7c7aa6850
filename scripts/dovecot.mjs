import { existsSync } from 'node:fs'
import { aptInstall } from './apt.mjs'

const parts = ['/usr/sbin/dovecot', '/usr/lib/dovecot/imap']

/** Debian's Dovecot, a mail server that speaks IMAP; as root on Debian it is installed when missing. Says one sentence when it is not there. */
export function installDovecot() {
  if (parts.every(existsSync)) return
  aptInstall(['dovecot-imapd'], 'the tests of e-mail')
  if (!parts.every(existsSync))
    process.stderr.write(
      'The tests of mailboxes are skipped: they need Dovecot (Debian: apt-get install dovecot-imapd).\n',
    )
}
