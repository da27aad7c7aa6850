import type { AccountRole } from '../accounts/person.ts'

/** Where the day begins, by role; undefined for those who have no desk. */
export function deskHome(
  role: AccountRole,
): '/kelola/verifikasi' | '/kelola/antrian' | '/kelola/pengawasan' | '/kelola/pemberitahuan/gagal' | undefined {
  switch (role) {
    case 'verifier':
      return '/kelola/verifikasi'
    case 'coordinator':
    case 'officer':
      return '/kelola/antrian'
    case 'supervisor':
      return '/kelola/pengawasan'
    case 'operator':
      return '/kelola/pemberitahuan/gagal'
    case 'citizen':
      return undefined
  }
}

/** Pages of the console and who may open them. To everyone else they do not exist. */
export const deskPages = {
  verifikasi: ['verifier', 'coordinator'],
  antrian: ['coordinator', 'officer'],
  pengawasan: ['supervisor', 'verifier'],
  pembukaan: ['verifier', 'supervisor'],
  pintu: ['verifier', 'supervisor'],
  'pintu/perlu-dilihat': ['verifier'],
  pemberitahuan: ['verifier', 'supervisor'],
  'pemberitahuan/gagal': ['verifier', 'operator'],
  'lapor-langsung': ['coordinator', 'officer'],
  kalender: ['verifier', 'coordinator', 'officer', 'supervisor'],
  instansi: ['verifier', 'coordinator', 'officer', 'supervisor'],
} as const satisfies Record<string, readonly AccountRole[]>

export type DeskPageName = keyof typeof deskPages

export function mayOpen(role: AccountRole, page: DeskPageName): boolean {
  const roles: readonly AccountRole[] = deskPages[page]
  return roles.includes(role)
}
