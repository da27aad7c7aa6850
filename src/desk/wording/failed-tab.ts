import { link } from '../../ui/locale.ts'
import type { Duty } from '../duty.ts'

/** The neighbouring pages of notifications that this person may open. */
export function failedTab({ t, locale, person }: Duty, current: 'table' | 'failed') {
  const table = {
    href: link(locale, '/kelola/pemberitahuan'),
    words: t.desk_page_pemberitahuan,
    current: current === 'table',
  }
  const failed = {
    href: link(locale, '/kelola/pemberitahuan/gagal'),
    words: t.failed_page,
    current: current === 'failed',
  }
  if (person.role === 'operator') return [failed]
  return person.role === 'verifier' ? [table, failed] : [table]
}
