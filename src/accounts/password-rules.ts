import type { Vocabulary } from '../ui/words/index.ts'
import { normaliseEmail } from './contact.ts'

/** Length is what counts (NIST SP 800-63B, 3.1.1.2): no rules of letters, digits and signs that make people write it on a note. */
const fewestLetters = 10

/** Why this password cannot be taken; undefined when it can. Counted in letters as people see them. */
export function passwordFault(t: Vocabulary, password: string, email?: string): string | undefined {
  if ([...new Intl.Segmenter().segment(password)].length < fewestLetters) return t.account_password_short
  const address = email && normaliseEmail(email)
  return address && normaliseEmail(password) === address ? t.account_password_is_email : undefined
}
