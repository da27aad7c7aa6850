/** Words without the addresses of pages, each place kept by spaces: an address says where to look, and not what happened. */
export function withoutLinks(text: string): string {
  return text.replace(/https?:\/\/\S+/gi, (link) => ' '.repeat(link.length))
}
