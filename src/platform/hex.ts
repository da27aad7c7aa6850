/** As PostgreSQL reads bytes in JSON, which has none. */
export function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
