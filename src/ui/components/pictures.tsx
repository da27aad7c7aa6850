import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** A photo as served by us. Sizes in pixels, so that nothing shifts while it loads. `caution` stands beside it and in its alt. */
export type Picture = {
  href?: string
  thumbnail: string
  width: number
  height: number
  alt?: string
  caution?: string
}

/** Photos in a row, each a link to its full size where it has one. `words` names the n-th for those who do not see it. */
export function Pictures({ pictures, words }: { pictures: readonly Picture[]; words: (n: number) => string }) {
  return (
    <ul class="pictures">
      {pictures.map((picture, index) => (
        <li>
          <Linked href={picture.href}>
            <img
              src={picture.thumbnail}
              width={picture.width}
              height={picture.height}
              alt={[picture.alt ?? words(index + 1), picture.caution].filter(Boolean).join('. ')}
              loading="lazy"
              decoding="async"
            />
          </Linked>
          {picture.caution ? (
            <p class="caution">
              <Icon name="warning" /> {picture.caution}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Without an address the small picture is all there is: on pages that a key opened, no link can carry the key. */
function Linked({ href, children }: { href?: string; children: Child }) {
  return href ? <a href={href}>{children}</a> : <>{children}</>
}
