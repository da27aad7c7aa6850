/** Faces and hands that say that somebody is not content, whatever the word beside them: "YA 😡". Tears may be of joy. */
export function frowns(text: string): boolean {
  return /[\u{1F620}-\u{1F623}\u{1F612}-\u{1F616}\u{1F61E}\u{1F61F}\u{1F624}\u{1F629}\u{1F62B}\u{1F641}\u{2639}\u{1F644}\u{1F92C}\u{1F92E}\u{1F922}\u{1F44E}\u{1F595}\u{1F4A9}\u{1F494}]/u.test(
    text,
  )
}
