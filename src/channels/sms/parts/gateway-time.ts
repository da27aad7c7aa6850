/**
 * The instant that a gateway wrote: `2026-11-22 15:28:34` (Kannel, Vonage and Africa's Talking, in UTC), with `T`, parts of a
 * second and a zone (Infobip: `2016-10-06T09:28:39.220+0000`), or seconds since 1970. Undefined when it cannot be read.
 */
export function readGatewayTime(written: string): Date | undefined {
  if (/^\d{9,10}$/.test(written)) return new Date(Number(written) * 1000)
  const found = /^(\d{4}-\d\d-\d\d)[T +](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?\s*(?:Z|UTC|([+-]\d\d):?(\d\d))?$/i.exec(
    written.trim(),
  )
  if (!found) return undefined
  const [, day, minute, second = ':00', fraction = '', hours = '+00', minutes = '00'] = found
  const local = new Date(`${day}T${minute}${second}${fraction.slice(0, 4)}Z`)
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 10) !== day) return undefined
  const instant = new Date(`${day}T${minute}${second}${fraction.slice(0, 4)}${hours}:${minutes}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}
