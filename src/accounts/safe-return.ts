/**
 * Where to go after signing in: `wanted` when it is an address on this site, else nothing. Backslashes, second slashes, control
 * characters and other sites' addresses lead nowhere, nor do the pages that would only send back here.
 */
export function safeReturn(wanted: unknown): string | undefined {
  if (typeof wanted !== 'string' || wanted.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return undefined
  const here = 'http://lapor.invalid'
  const url = URL.parse(wanted, here)
  if (!url || url.origin !== here) return undefined
  if (url.pathname.startsWith('//') || /^(\/en)?\/(masuk|keluar|daftar)\/?$/.test(url.pathname)) return undefined
  return url.pathname + url.search
}
