/** Addresses of the paper's pages. One place, so that links, feeds, sitemaps and redirects agree. */
export const addressOf = {
  home: () => '/',
  section: (slug: string) => `/${encodeURIComponent(slug)}`,
  article: (sectionSlug: string, slug: string) =>
    `/${encodeURIComponent(sectionSlug)}/${encodeURIComponent(slug)}`,
  topic: (slug: string) => `/topic/${encodeURIComponent(slug)}`,
  author: (slug: string) => `/author/${encodeURIComponent(slug)}`,
  archive: (when = '') => (when ? `/archive/${when.replaceAll('-', '/')}` : '/archive'),
  breaking: () => '/breaking',
}

/** An address with its page number; the first page has the plain address. */
export function pageAddress(address: string, page: number): string {
  return page > 1 ? `${address}?page=${page}` : address
}
