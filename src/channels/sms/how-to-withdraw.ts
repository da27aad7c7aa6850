import { allowedMoves, type Stage } from '../../report/lifecycle.ts'
import type { Own } from './own-reports.ts'

/** The way to the page on which withdrawing is asked again and confirmed; of what cannot be withdrawn now, that. */
export function howToWithdraw({ stage }: Pick<Own, 'stage'>): 'withdraw_page' | 'withdraw_over' {
  return allowedMoves(stage as Stage, 'reporter').includes('withdraw') ? 'withdraw_page' : 'withdraw_over'
}
