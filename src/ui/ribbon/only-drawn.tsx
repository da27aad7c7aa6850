import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/**
 * Numbers within a drawing, for those who see it drawn. Text browsers draw nothing and would print them in a heap; to
 * them, all of this is one comment. HTML ends an empty comment at once where it began ("abrupt closing of empty comment");
 * lynx and w3m read on to the next end of a comment. The sentence beside the drawing is for everybody.
 */
export function OnlyDrawn({ children }: { children?: Child }) {
  return (
    <>
      {raw('<!-->')}
      {children}
      {raw('<!-- -- -->')}
    </>
  )
}
