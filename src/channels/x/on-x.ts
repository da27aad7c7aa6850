import type { FromNumber } from '../sms/acting.ts'
import type { OwnOnX } from './own-reports.ts'
import type { Us } from './post.ts'

/** How many pictures could not be fetched; under which hexadecimal key the others were put aside. */
export type Pictured = { missing: number; attachments?: string }

/** One item of somebody on X, taken. */
export type OnXActing = FromNumber & Pictured & { own: readonly OwnOnX[]; us: Us }
