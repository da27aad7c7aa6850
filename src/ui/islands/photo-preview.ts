/**
 * On a file input: shows the chosen photos and replaces big ones by smaller JPEGs, so that a slow line sends less.
 * data-max: longest side in pixels; data-words: "{n} foto, {size} kB". Whatever fails leaves the file as it was.
 */
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-island="photo-preview"]')) {
  const strip = document.createElement('ul')
  strip.className = 'pictures'
  const said = document.createElement('p')
  said.className = 'hint'
  said.setAttribute('role', 'status')
  input.after(strip, said)
  let turn = 0
  input.addEventListener('change', async () => {
    const mine = ++turn
    const chosen = [...(input.files ?? [])]
    const ready = await Promise.all(chosen.map((file) => smaller(file, Number(input.dataset.max))))
    if (mine !== turn) return
    const kept = new DataTransfer()
    for (const file of ready) kept.items.add(file)
    input.files = kept.files
    show(strip, ready)
    said.textContent = ready.length ? words(input, ready) : ''
  })
}

async function smaller(file: File, maxSide: number): Promise<File> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < 700_000) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
    if (!blob || blob.size >= file.size) return file
    return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    return file
  }
}

function show(strip: HTMLElement, files: File[]) {
  for (const old of strip.querySelectorAll('img')) URL.revokeObjectURL(old.src)
  strip.replaceChildren(
    ...files.map((file) => {
      const item = document.createElement('li')
      const image = document.createElement('img')
      image.src = URL.createObjectURL(file)
      image.alt = file.name
      item.append(image)
      return item
    }),
  )
}

function words(input: HTMLInputElement, files: File[]): string {
  const size = Math.ceil(files.reduce((sum, file) => sum + file.size, 0) / 1000)
  return (input.dataset.words ?? '').replace('{n}', String(files.length)).replace('{size}', String(size))
}
