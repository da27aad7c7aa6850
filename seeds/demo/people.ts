import { sql } from 'kysely'
import { createAccount, findAccountId } from '../../src/accounts/create-account.ts'
import type { AccountKeys } from '../../src/accounts/account-deps.ts'
import type { AccountRole } from '../../src/accounts/person.ts'
import type { Db } from '../../src/platform/db.ts'

type DemoPerson = { email: string; name: string; role: AccountRole; agencyId?: string; who: string }

/** Opens every account of the demonstration; printed at the start, and no secret. */
export const demoPassword = 'kenari-di-oebobo'

/** The cast of the demonstration: real offices, invented people. */
export const people = [
  person('verifikator', 'Dedi Prasetya', 'verifier', 'Pak Dedi, admin nasional', 'kemenpanrb'),
  person('koordinator.kupang', 'Yuliana Bria', 'coordinator', 'Bu Yuli, admin instansi Kota Kupang', 'kota-kupang'),
  person('dinkes.kupang', 'dr. Sari Pello', 'officer', 'dr. Sari, Dinas Kesehatan Kota Kupang', 'kota-kupang-dinkes'),
  person('pupr.kupang', 'Frans Lona', 'officer', 'Pak Frans, Dinas PUPR Kota Kupang', 'kota-kupang-pupr'),
  person(
    'inspektorat.kupang',
    'Maria Seran',
    'officer',
    'Bu Maria, Inspektorat Kota Kupang',
    'kota-kupang-inspektorat',
  ),
  person('koordinator.jakarta', 'Ratna Wulandari', 'coordinator', 'Bu Ratna, admin DKI Jakarta', 'dki-jakarta'),
  person('koordinator.papua', 'Yance Wanggai', 'coordinator', 'Pak Yance, admin Provinsi Papua', 'prov-papua'),
  person('koordinator.pusat', 'Wahyu Nugroho', 'coordinator', 'Pak Wahyu, admin instansi KemenPANRB', 'kemenpanrb'),
  person('koordinator.ombudsman', 'Tiara Lubis', 'coordinator', 'Bu Tiara, admin instansi Ombudsman RI', 'ombudsman'),
  person('ombudsman', 'Lestari Hadi', 'supervisor', 'pengawas, Ombudsman RI', 'ombudsman'),
  person('ksp', 'Bagas Nugraha', 'supervisor', 'pengawas, Kantor Staf Presiden', 'ksp'),
  person('marta', 'Marta Bire', 'citizen', 'Bu Marta, pelapor di Kupang'),
  person('rio', 'Rio Tanjung', 'citizen', 'Rio, warga lain'),
] as const satisfies DemoPerson[]

function person(login: string, name: string, role: AccountRole, who: string, agencyId?: string): DemoPerson {
  return { email: `${login}@demo.lapor`, name, role, who, agencyId }
}

/** Who heads an office: a report about the head goes around them. */
const heads = [
  { login: 'dinkes.kupang', office: 'kota-kupang-dinkes' },
  { login: 'pupr.kupang', office: 'kota-kupang-pupr' },
]

/** Makes the accounts that are not there yet, and says who heads an office. @returns the account of each, by its e-mail */
export async function plantPeople(owner: Db, keys: AccountKeys, now: Date): Promise<ReadonlyMap<string, string>> {
  const accounts = new Map<string, string>()
  for (const { email, name, role, agencyId } of people) {
    const displayName = role === 'citizen' ? undefined : name
    await createAccount(owner, keys, { email, name, role, agencyId, displayName, password: demoPassword }, now)
    accounts.set(email, (await findAccountId(owner, keys, email)) ?? '')
  }
  for (const { login, office } of heads) {
    const account = accounts.get(`${login}@demo.lapor`)
    await sql`select identity.appoint_head(${office}, ${account}, false, ${now})`.execute(owner)
  }
  return accounts
}
