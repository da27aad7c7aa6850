/**
 * What a call says, by field: every text of it, whatever its name, but not under which name photos wait. Nobody reads that one, and by chance it looks like
 * the number of a report or of a telephone.
 */
export function saidInCall(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'attachments',
    ),
  )
}
