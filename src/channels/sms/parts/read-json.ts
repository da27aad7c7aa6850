type Reviver = (name: string, value: unknown, context: { source?: string }) => unknown

const wholeNumber = /^-?\d+$/

/**
 * JSON as parsed, but that a whole number too long for a number here stays the digits that were written: cut, the ids of two messages would
 * be one.
 * @returns undefined for what is no JSON; JSON itself cannot say that
 */
export function readJson(text: string): unknown {
  // TypeScript does not know yet that a reviver is given what was written.
  const parse = JSON.parse as (text: string, reviver: Reviver) => unknown
  try {
    return parse(text, withItsDigits)
  } catch {
    return undefined
  }
}

function withItsDigits(_name: string, value: unknown, { source = '' }: { source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && wholeNumber.test(source) ? source : value
}
