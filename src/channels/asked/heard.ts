import type { Keyword, Understood } from '../sms/understand/understand.ts'

/** A message of somebody whom we may have asked something. */
export type Heard = { text: string; keywords: readonly Keyword[]; understood: Understood }
