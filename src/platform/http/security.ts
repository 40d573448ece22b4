/**
 * What every answer carries. Scripts, styles, faces and pictures come from this address only; no
 * inline script but those named by their hash, no inline style, no frame of ours in another page. `frame-src` is open to https
 * because an embed's frame is made when a reader asks for it by a click, never before.
 */
export function securityHeaders(scriptHashes: string[] = []): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      ["script-src 'self'", ...scriptHashes].join(' '),
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' https: data:",
      "media-src 'self' https:",
      "connect-src 'self'",
      'frame-src https:',
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "manifest-src 'self'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}
