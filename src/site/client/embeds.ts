/**
 * What other sites provide is loaded when a reader asks for it. Without script a plain link stands
 * in its place; with it a button that opens the frame here. Which frame a page of a provider has is
 * the newsroom's knowledge, fetched with the first click.
 */
export function startEmbeds(): void {
  const words = document.querySelector<HTMLElement>('[data-embed-words]')?.dataset
  if (!words) return
  for (const figure of document.querySelectorAll<HTMLElement>('figure.embed[data-embed]')) {
    const link = figure.querySelector('a')
    if (!link) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.notice = words.embedNotice ?? ''
    button.textContent = (words.embedWords ?? '').replace('%', link.hostname.replace(/^www\./, ''))
    button.addEventListener('click', () => void open(figure, link))
    link.after(button)
  }
}

async function open(figure: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  const { embedFrame } = await import('#newsroom/embeds.ts')
  const frame = embedFrame({ provider: figure.dataset.embed ?? '', address: link.href })
  if (!frame) {
    location.assign(link.href)
    return
  }
  const view = document.createElement('iframe')
  view.src = frame
  view.title = link.textContent ?? ''
  view.allow = 'fullscreen; encrypted-media; picture-in-picture'
  view.referrerPolicy = 'strict-origin-when-cross-origin'
  view.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
  )
  figure.replaceChildren(view, ...figure.querySelectorAll('figcaption'))
  view.focus()
}
