/** A text as it was typed: X escapes three signs, and says so of nothing else. */
export function asTyped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
