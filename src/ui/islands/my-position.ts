/**
 * "Use my position": an element with data-island="my-position" holds two inputs named by data-lat and data-lon
 * and gets a button. Words: data-button, data-busy, data-found, data-failed. Degrees, five decimals (about a metre).
 */
for (const place of document.querySelectorAll<HTMLElement>('[data-island="my-position"]')) {
  if ('geolocation' in navigator) place.append(...positionButton(place))
}

function positionButton(place: HTMLElement): HTMLElement[] {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button plain'
  button.textContent = place.dataset.button ?? ''
  const said = document.createElement('p')
  said.className = 'hint'
  said.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    said.textContent = place.dataset.busy ?? ''
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill(place, place.dataset.lat, coords.latitude)
        fill(place, place.dataset.lon, coords.longitude)
        said.textContent = place.dataset.found ?? ''
      },
      () => {
        said.textContent = place.dataset.failed ?? ''
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
  })
  return [button, said]
}

function fill(place: HTMLElement, name: string | undefined, degrees: number) {
  const input = place.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (input) input.value = degrees.toFixed(5)
}
