/** Puts a "copy" button beside codes. Without it they are plain text to select. */
for (const line of document.querySelectorAll<HTMLElement>('[data-island="copy-text"]')) {
  const code = line.querySelector('.code')
  if (code && navigator.clipboard) line.append(copyButton(line, code.textContent ?? ''))
}

function copyButton(line: HTMLElement, text: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button plain'
  button.textContent = line.dataset.copy ?? ''
  button.setAttribute('aria-live', 'polite')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.trim())
    button.textContent = line.dataset.copied ?? ''
    setTimeout(() => {
      button.textContent = line.dataset.copy ?? ''
    }, 2000)
  })
  return button
}
