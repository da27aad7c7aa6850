import type { Context } from 'hono'
import { problem } from '../platform/problem.ts'
import { MoveRefused, ReportNotFound } from '../report/refusals.ts'
import { PointsAtSomebody } from '../secrecy/before-publishing.ts'
import { WrongInput } from './named-things.ts'
import { toldFinds } from './points-at-somebody.ts'

const sentences: Record<MoveRefused['reason'], string> = {
  not_allowed: 'Langkah ini tidak dapat dilakukan pada status laporan sekarang.',
  changed: 'Laporan ini baru saja berubah; baca dulu yang terbaru.',
  held_before: 'Laporan ini sudah pernah ditunda pada tahap ini.',
  returned_before: 'Instansi Anda sudah pernah mengembalikan laporan ini.',
  returned_too_often: 'Laporan ini sudah terlalu sering dikembalikan.',
  objected_before: 'Keberatan hanya dapat diajukan satu kali.',
  too_late_to_reopen: 'Batas waktu membuka kembali sudah lewat.',
  accused_unresolved: 'Belum jelas siapa yang dilaporkan.',
  unequal_secrecy: 'Hanya laporan dengan kerahasiaan dan terlapor yang sama dapat digabung.',
  merge_chain: 'Laporan ini tidak dapat menjadi induk atau anak penggabungan ini.',
  unknown_agency: 'Instansi itu tidak dikenal, tidak aktif, atau bukan untuk Anda pilih.',
  unknown_unit: 'Unit itu bukan bagian dari instansi laporan ini.',
  unknown_category: 'Kategori itu tidak dikenal.',
  unknown_area: 'Wilayah itu tidak dikenal.',
  own_office: 'Pilih instansi lain sebagai pemilik yang disarankan.',
  only_forwarded:
    'Isinya hanya mengabarkan bahwa laporan diteruskan: itu perkembangan, bukan jawaban. Kirim dengan sure: true bila memang jawaban.',
  not_the_asker: 'Hanya yang bertanya yang dapat mengakhiri penundaan.',
  answer_needed: 'Tulis jawaban atas pertanyaan petugas.',
  confirm_needed: 'Menurunkan kerahasiaan perlu ditegaskan: kirim lagi dengan confirm: true.',
  nothing_to_change: 'Tidak ada yang berubah.',
}

/** Reasons that are about what was sent (422), not about where the report stands (409). */
const wrongInput: ReadonlySet<MoveRefused['reason']> = new Set([
  'unknown_agency',
  'unknown_unit',
  'unknown_category',
  'unknown_area',
  'own_office',
  'only_forwarded',
  'answer_needed',
  'confirm_needed',
  'nothing_to_change',
])

/** A rule's no as a problem: 404 for what may not be known, 409 with what is allowed, 422 for unknown names. */
export function refused(c: Context, error: unknown): Response {
  if (error instanceof ReportNotFound) return notFound(c)
  if (error instanceof WrongInput) {
    const { path, code, message } = error
    return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors: [{ path, code, message }] })
  }
  if (error instanceof PointsAtSomebody)
    return problem(c, 422, 'points_at_somebody', 'Teks yang akan terbit memuat data pribadi.', {
      detail: 'Kirim lagi tanpa itu, atau dengan sure: true bila publik memang boleh membacanya.',
      errors: toldFinds(error),
    })
  if (!(error instanceof MoveRefused)) throw error
  const status = wrongInput.has(error.reason) ? 422 : 409
  const { stage, allowed, reason } = error
  const errors =
    reason === 'confirm_needed' ? [{ path: 'confirm', code: reason, message: sentences[reason] }] : undefined
  return problem(c, status, reason, sentences[reason], { stage, allowed, ...(errors && { errors }) })
}

/** "You may not see it" and "it does not exist" are this one answer. */
export function notFound(c: Context): Response {
  return problem(c, 404, 'not_found', 'Tidak ada laporan dengan ID itu.')
}
