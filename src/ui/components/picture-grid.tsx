type PictureGridProps = {
  src: string
  /** In pixels. */
  width: number
  height: number
  alt: string
  legend: string
  /** Row by row, four in a row. */
  cells: readonly { name: string; label: string }[]
}

/** A picture under a grid of ticks, to choose parts of it without a script. Each tick covers its cell. */
export function PictureGrid({ src, width, height, alt, legend, cells }: PictureGridProps) {
  return (
    <fieldset class="picture-grid">
      <legend>{legend}</legend>
      <div class="picture-grid-frame">
        <img src={src} width={width} height={height} alt={alt} />
        <div class="picture-grid-cells">
          {cells.map(({ name, label }) => (
            <label>
              <input type="checkbox" name={name} value="1" />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  )
}
