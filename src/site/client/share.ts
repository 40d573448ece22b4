/** Shows the share and print buttons and makes them work. */
export function startShare(): void {
  for (const place of document.querySelectorAll<HTMLElement>('share-button')) {
    const button = reveal(place)
    button?.addEventListener('click', () => void share(place, button))
  }
  for (const place of document.querySelectorAll<HTMLElement>('print-button'))
    reveal(place)?.addEventListener('click', () => print())
}

function reveal(place: HTMLElement): HTMLButtonElement | null {
  const button = place.querySelector('button')
  if (button) button.hidden = false
  return button
}

async function share(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const url = place.dataset.url ?? location.href
  const title = place.dataset.title ?? document.title
  if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
    // A reader who closes the sheet has not failed.
    await navigator.share({ url, title }).catch(() => undefined)
    return
  }
  const copied = await navigator.clipboard?.writeText(url).then(
    () => true,
    () => false,
  )
  if (copied) say(button, place.dataset.copied ?? '')
}

/** Says it in the button for a while; screen readers hear it. */
function say(button: HTMLButtonElement, text: string): void {
  const label = button.querySelector('span')
  if (!label || label.dataset.usual !== undefined) return
  label.dataset.usual = label.textContent ?? ''
  label.setAttribute('role', 'status')
  label.textContent = text
  setTimeout(() => {
    label.textContent = label.dataset.usual ?? ''
    delete label.dataset.usual
    label.removeAttribute('role')
  }, 2500)
}
