import { createHash } from 'node:crypto'

/**
 * The one inline script: a reader who chose light or dark on this device sees it from the first
 * paint. Everything else waits for the module.
 */
export const firstPaintScript =
  'try{var t=localStorage.getItem("appearance");if(t=="light"||t=="dark")document.documentElement.dataset.appearance=t}catch(e){}'

/** What the content security policy's script-src names for it. */
export const firstPaintHash = `'sha256-${createHash('sha256').update(firstPaintScript).digest('base64')}'`
