/** Passwords are checked two at a time (password.ts), about 25 a second; whoever would stand behind this many is asked to come back. */
const longestLine = 40

/** Seconds after which the line has moved on. */
export const lineSeconds = 3

let standing = 0

/** Do work that hashes a password, unless the line before it is too long (`undefined`): a flood of sign-ins keeps nobody waiting for minutes. */
export async function inPasswordLine<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (standing >= longestLine) return undefined
  standing++
  try {
    return await work()
  } finally {
    standing--
  }
}
