/**
 * Rows page after page, each asked for by the last row of the page before, so that memory does not grow with the table.
 * @param size how many rows `page` gives at most; fewer are the last
 */
export async function* inPages<Row>(
  size: number,
  page: (last: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let last: Row | undefined; ; ) {
    const rows = await page(last)
    yield* rows
    last = rows.at(-1)
    if (rows.length < size) return
  }
}
