import { InvalidArgumentError } from 'commander'

export const kinds = ['kannel', 'smpp', 'infobip', 'twilio', 'africas-talking', 'vonage'] as const
export type Kind = (typeof kinds)[number]

export function aKind(kind: string): Kind {
  const found = kinds.find((one) => one === kind)
  if (!found) throw new InvalidArgumentError(`One of ${kinds.join(', ')}.`)
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
