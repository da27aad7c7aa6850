/** A place in a text, in UTF-16 units; `end` is behind the last. In reading order, none inside another. */
export type Mark = { start: number; end: number }

/** A text with some of its places marked: what a reader should look at once more. The marks are also listed beside it, in words. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
