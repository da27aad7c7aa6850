/** Letters of one post on X, as X counts them. */
export const lettersInOnePost = 280

/** What X counts as two letters: all but the alphabets below U+1100 and the common spaces, dashes and quotes (twitter-text, version 3). */
const twice = /[\u1100-\u1fff\u200e\u200f\u2020-\u2031\u2038-\u{10ffff}]/u

/**
 * How many letters X counts at most: Latin letters and common signs one, emoji and all others two for each code point. X counts a joined
 * emoji as two in all, and a link as 23, which is less than any of ours has.
 */
export function lettersOnX(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (twice.test(letter) ? 2 : 1), 0)
}
