/** A photo as served by us. Sizes in pixels, so that nothing shifts while it loads. */
export type Picture = { href: string; thumbnail: string; width: number; height: number; alt?: string }

/** Photos in a row, each a link to its full size. `words` names the n-th for those who do not see it. */
export function Pictures({ pictures, words }: { pictures: readonly Picture[]; words: (n: number) => string }) {
  return (
    <ul class="pictures">
      {pictures.map((picture, index) => (
        <li>
          <a href={picture.href}>
            <img
              src={picture.thumbnail}
              width={picture.width}
              height={picture.height}
              alt={picture.alt ?? words(index + 1)}
              loading="lazy"
              decoding="async"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
