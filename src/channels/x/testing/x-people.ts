import type { XKeys } from '../api/account.ts'

/** Somebody on X. */
export type Someone = { id: string; username: string; name?: string; description?: string; protected?: boolean }

export const us: Someone = { id: '1708000', username: 'lapor1708', name: 'LAPOR!' }
export const marta: Someone = { id: '501', username: 'marta_kupang', name: 'Marta' }
export const rio: Someone = { id: '502', username: 'rio_lewat', name: 'Rio' }

let people = 600

/** A new person on X. */
export function somebody(name: string): Someone {
  people += 1
  return { id: `${people}`, username: `${name}_${people}`, name }
}

export const testXKeys: XKeys = {
  apiKey: 'lapor-app-key',
  apiSecret: 'lapor-app-secret',
  accessToken: '1708000-token',
  accessSecret: 'token-secret',
  bearer: 'AAAA-lapor-bearer',
}
