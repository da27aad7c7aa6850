import type { HttpGateway } from './gateway-rows.ts'

/**
 * Where a gateway shall say what became of a message: our hook, with our own reference to it. Undefined for gateways elsewhere while we
 * have no address that can be reached from there: some refuse a message for that.
 */
export function callbackFor(baseUrl: string, { kind, name }: Pick<HttpGateway, 'kind' | 'name'>, ref: string) {
  if (kind === 'kannel') return `${baseUrl}/hooks/sms/kannel?ref=${ref}`
  const { hostname } = new URL(baseUrl)
  const isHere = /^(localhost|127\.|\[::1\])/.test(hostname)
  return isHere ? undefined : `${baseUrl}/hooks/sms/${name}?ref=${ref}`
}
