import { normaliseEmail } from './contact.ts'

// What a text says, however it is written.

/** Letters set apart one by one ("R a t u", "Y.o.h.") are written together: they are a word to whoever reads them. */
export function spelledOut(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*/]{1,2}\p{L}(?![\p{L}\p{N}])){2,}/gu, (letters) =>
    letters.replace(/[^\p{L}]/gu, ''),
  )
}

const digits: Readonly<Record<string, string>> = {
  nol: '0',
  kosong: '0',
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  enam: '6',
  tujuh: '7',
  delapan: '8',
  lapan: '8',
  sembilan: '9',
}
const digitWords = new RegExp(`\\b(?:${Object.keys(digits).join('|')})\\b`, 'gi')

/** Runs of digits with whatever stands between them, digits said as words and letters that look like digits read as such. */
export function digitsIn(text: string): string[] {
  const read = text.normalize('NFKC').replace(/[oO](?:(?<=\d[\s.\-/()]{0,3}[oO])|(?=[\s.\-/()]{0,3}\d))/g, '0')
  const spoken = read.replace(digitWords, (word) => digits[word.toLowerCase()] ?? word)
  const found = spoken.replace(/[lI|](?:(?<=\d[lI|])|(?=\d))/g, '1').match(/\d(?:[^\p{L}\d]{0,3}\d){7,}/gu) ?? []
  return found.map((run) => run.replace(/\D/g, ''))
}

export function addressesIn(text: string): string[] {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/ ?[[({]? ?\bat\b ?[\])}]? ?| ?@ ?/gi, '@')
    .replace(/ ?[[({]? ?\b(?:dot|titik)\b ?[\])}]? ?/gi, '.')
  const found = plain.match(/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}/gu) ?? []
  return found.flatMap((address) => normaliseEmail(address.replace(/[.-]+$/, '')) ?? [])
}
