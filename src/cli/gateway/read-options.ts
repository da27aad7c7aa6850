import { InvalidArgumentError } from 'commander'

/** Those that come with us; an operator may have added others, of which only the database knows. */
export const kinds = ['kannel', 'smpp', 'infobip', 'twilio', 'africas-talking', 'vonage'] as const

/** How whoever posts proves itself. */
export const signatures = ['token', 'twilio', 'vonage'] as const
export type Signature = (typeof signatures)[number]

export function aSignature(signature: string): Signature {
  const found = signatures.find((one) => one === signature)
  if (!found) throw new InvalidArgumentError(`One of ${signatures.join(', ')}.`)
  return found
}

export function aName(name: string): string {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) throw new InvalidArgumentError('Small letters, digits and dashes.')
  return name
}

export function aUrl(url: string): string {
  if (!/^https?:\/\/[^\s/]+\/?$/.test(url))
    throw new InvalidArgumentError('http:// or https://, host and port, no path.')
  return url
}

/** A whole number from 1 on. */
export function aNumber(most: number) {
  return (written: string): number => {
    const number = /^\d{1,6}$/.test(written) ? Number(written) : 0
    if (number < 1 || number > most) throw new InvalidArgumentError(`A number from 1 to ${most}.`)
    return number
  }
}

export function aPrefix(written: string, before: string[] = []): string[] {
  if (!/^\+[1-9]\d{1,12}$/.test(written)) throw new InvalidArgumentError('In international form, such as +62811.')
  return [...before, written]
}
