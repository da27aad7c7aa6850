import type { Vocabulary } from '../ui/words/index.ts'
import { normaliseEmail } from './contact.ts'
import { passwordFault } from './password-rules.ts'

export type SignUp = { name: string; email: string; password: string }
export type SignUpErrors = { nama?: string; surel?: string; sandi?: string }

const longestName = 200

/** What was posted to /daftar, or why it comes back. Never says whether the e-mail has an account. */
export function readSignUp(
  field: (name: string) => string,
  t: Vocabulary,
): { ok: true; value: SignUp } | { ok: false; errors: SignUpErrors } {
  const name = field('nama')
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  const email = normaliseEmail(field('surel'))
  const password = field('sandi')
  const errors: SignUpErrors = {}
  if (!name) errors.nama = t.account_name_missing
  if (name.length > longestName) errors.nama = t.account_name_long
  if (!email) errors.surel = t.account_email_wrong
  const fault = passwordFault(t, password, email ?? undefined)
  if (fault) errors.sandi = fault
  if (!email || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { name, email, password } }
}
