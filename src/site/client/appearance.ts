const key = 'appearance'
const choices = ['', 'light', 'dark']

/** The switch at the foot of the page. The choice stays on this device. */
export function startAppearance(): void {
  for (const place of document.querySelectorAll<HTMLElement>('appearance-switch')) {
    const words: unknown = JSON.parse(place.dataset.words ?? '[]')
    if (!Array.isArray(words)) continue
    const [title, ...labels] = words.map(String)
    const group = document.createElement('fieldset')
    const legend = document.createElement('legend')
    legend.textContent = title ?? ''
    group.append(legend, ...choices.map((choice, at) => option(choice, labels[at] ?? choice)))
    place.append(group)
  }
}

function option(choice: string, text: string): HTMLElement {
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.type = 'radio'
  input.name = key
  input.value = choice
  input.checked = (document.documentElement.dataset.appearance ?? '') === choice
  input.addEventListener('change', () => choose(choice))
  label.append(input, text)
  return label
}

function choose(choice: string): void {
  if (choice) document.documentElement.dataset.appearance = choice
  else delete document.documentElement.dataset.appearance
  try {
    if (choice) localStorage.setItem(key, choice)
    else localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
}
