/**
 * The fields of a query, of a posted form or of both, percent-decoded to octets and not to text, for each may be in an alphabet of
 * its own. A plus is a space; a per cent sign that leads nowhere stays; of a field that comes twice the first one holds. Never throws.
 */
export function rawFields(...forms: readonly (string | Uint8Array)[]): Map<string, Buffer> {
  const pairs = forms.flatMap((form) => octetsOf(form).toString('latin1').replace(/^\?/, '').split('&'))
  const fields = new Map<string, Buffer>()
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    const name = decodeOctets(equals < 0 ? pair : pair.slice(0, equals)).toString('utf8')
    if (pair && !fields.has(name)) fields.set(name, decodeOctets(equals < 0 ? '' : pair.slice(equals + 1)))
  }
  return fields
}

function decodeOctets(latin1: string): Buffer {
  const octets = latin1
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(octets, 'latin1')
}

function octetsOf(form: string | Uint8Array): Buffer {
  return typeof form === 'string' ? Buffer.from(form) : Buffer.from(form)
}
