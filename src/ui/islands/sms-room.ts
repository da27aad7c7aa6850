/**
 * Under a field whose words may be read as SMS: counts what one SMS holds of them, as they are written. data-room: letters of one SMS;
 * data-said: "{n} huruf …" for what fits, data-more for what does not. Signs that are left out are counted too.
 */
for (const hint of document.querySelectorAll<HTMLElement>('[data-island="sms-room"]')) {
  const field = hint.closest('.field')?.querySelector('textarea')
  if (!field) continue
  const counted = document.createElement('p')
  counted.className = 'hint'
  field.after(counted)
  const count = () => {
    const letters = [...field.value.trim()].length
    const said = letters <= Number(hint.dataset.room) ? hint.dataset.said : hint.dataset.more
    counted.textContent = letters === 0 ? '' : (said ?? '').replace('{n}', String(letters))
  }
  field.addEventListener('input', count)
  count()
}
