/**
 * Keys for a desk that is used all day: J and K open the neighbouring report, 1 … 9 an action, / the search. They listen
 * only after their box was ticked (WCAG 2.1.4); this browser remembers it.
 */
const remembered = 'lapor-desk-keys'

for (const hints of document.querySelectorAll<HTMLElement>('[data-island="desk-keys"]')) addSwitch(hints)

document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest('input, textarea, select')
  if (typing || event.ctrlKey || event.altKey || event.metaKey || !isOn()) return
  const key = event.key.toLowerCase()
  const go = key === 'j' ? neighbour(1) : key === 'k' ? neighbour(-1) : key === '/' ? search() : action(key)
  if (!go) return
  event.preventDefault()
  go()
})

function addSwitch(hints: HTMLElement) {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = isOn()
  box.addEventListener('change', () => localStorage.setItem(remembered, box.checked ? '1' : ''))
  label.append(box, ` ${hints.dataset.words ?? ''}`)
  label.className = 'key-switch'
  hints.querySelector('ul')?.before(label)
}

function isOn(): boolean {
  try {
    return localStorage.getItem(remembered) === '1'
  } catch {
    return false
  }
}

/** The open report's neighbour, or the one after the link that has the focus. */
function neighbour(step: number): (() => void) | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.desk-item')]
  const here = links.findIndex((link) => link === document.activeElement || link.ariaCurrent === 'true')
  const next = links[here < 0 ? 0 : here + step]
  const opens = document.querySelector('.desk.open') !== null
  return next && (() => (opens ? next.click() : next.focus()))
}

function action(key: string): (() => void) | undefined {
  const place = /^[1-9]$/.test(key) ? document.querySelector(`[data-key="${key}"]`) : null
  const target = place?.querySelector<HTMLElement>('summary, a')
  if (!target) return undefined
  return () => {
    target.click()
    target.focus()
  }
}

function search(): (() => void) | undefined {
  const field = document.querySelector<HTMLInputElement>('.filters input[name="q"]')
  if (!field) return undefined
  return () => {
    field.closest('details')?.setAttribute('open', '')
    field.focus()
  }
}
