/** A longer line is no card. */
const longest = 300

/** A line as it is judged: without emoji, marks of bold and of lists, brackets and stops around it. */
export function bareLine(line: string): string {
  if (line.length > longest) return line
  return line
    .normalize('NFKC')
    .replace(
      /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200b-\u200f\u2060]+|\p{M}(?<!\p{L}\p{M}+)/gu,
      ' ',
    )
    .replace(/(?<![\p{L}\p{N}])[*_~`]+|[*_~`]+(?![\p{L}\p{N}])/gu, '')
    .replace(/^[\s>#•·–—-]+(?=[\p{L}\p{N}+(])/u, '')
    .replace(/^[\s("“]+|[\s,.!:;"”–—-]+$|\s+[:;=]-?[)D]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Its words, as written. */
export function wordsOf(line: string): string[] {
  return line.split(/[^\p{L}\p{N}\p{M}'’-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
