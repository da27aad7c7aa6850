/**
 * A piece of an expression, its letters in capitals or not; for an expression whose other letters are read as they are written. Flags
 * that change midway, as modifiers do, are none for us: in a process that has compiled many expressions V8 24.x forgets them.
 */
export function inAnyCase(piece: string): string {
  return piece.replace(/\p{L}/gu, (letter) => {
    const forms = new Set([letter, letter.toLowerCase(), letter.toUpperCase()].filter(isOneLetter))
    return forms.size > 1 ? `[${[...forms].join('')}]` : letter
  })
}

function isOneLetter(form: string): boolean {
  return [...form].length === 1
}
