/**
 * Words with the way to their page, in no more letters than one message of the door holds; the page is never cut.
 * @param most letters, as code points; a page, where there is one, stands in a line of its own
 */
export function fitted(text: string, page: string | null, most: number): string {
  const room = most - (page ? page.length + 1 : 0)
  const letters = [...text]
  const said =
    letters.length > room
      ? `${letters
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`
      : text
  return page ? `${said}\n${page}` : said
}
