import { plainText } from './markup.ts'
import type { WxrItem } from './wxr-records.ts'

export type ItemKind =
  | { kind: 'article' | 'page' | 'media' | 'unsaid' }
  | { kind: 'left-out'; reason: string }

const reasons = new Map([
  ['revision', 'older versions of posts are not taken along'],
  ['nav_menu_item', 'menus belong to the old theme'],
  ['custom_css', 'styles belong to the old theme'],
  ['customize_changeset', 'settings of the old theme'],
  ['oembed_cache', 'WordPress’s own cache'],
  ['user_request', 'requests of readers about their data'],
  ['wp_block', 'a reusable block; its text stands in the posts that use it'],
  ['wp_template', 'a template of the old theme'],
  ['wp_template_part', 'a template of the old theme'],
  ['wp_global_styles', 'styles belong to the old theme'],
  ['wp_navigation', 'menus belong to the old theme'],
  ['wp_font_family', 'typefaces belong to the old theme'],
  ['wp_font_face', 'typefaces belong to the old theme'],
])

/** Types that themes and sites made for what a newspaper calls an article. */
const articleTypes =
  /^(?:post|articles?|news|news[-_]?(?:item|post|article|story)s?|story|stories|press[-_]?releases?|press|blog|blog[-_]?posts?|columns?|opinions?|op[-_]?eds?|editorials?|reviews?|interviews?|features?|reports?|reportage|essays?|analysis|liveblog|podcasts?|episodes?|videos?|recipes?|letters?)$/

const pluginTypes =
  /^(?:wp_|acf|elementor|e-|shop_|product|scheduled-action|wpcf7|feedback|jetpack|jp_|mc4wp|mailpoet|newsletter|tribe_|tdb_|td_|et_|fusion|vc_|wpb_|gf_|forminator|popup|pum|ad|sidebar|custom-css|seedprod|amp_|shortcoder|tablepress_|soliloquy|envira|sp_|nf_|wpforms|bwg_|dlm_|edd_|give_|llms_|sfwd|course|lesson|forum|topic|reply|bbp_|bp-|event|attachment|guest-author)/

const enoughText = 300

/** What an item is to a newspaper. A type nobody knows counts as an article when it reads like one. */
export function kindOfItem(item: WxrItem): ItemKind {
  const type = item.fields.get('wp:post_type')?.trim() || 'post'
  if (type === 'attachment') return { kind: 'media' }
  if (type === 'page') return { kind: 'page' }
  if (type === 'guest-author') return { kind: 'unsaid' }
  if (articleTypes.test(type)) return { kind: 'article' }
  const reason = reasons.get(type)
  if (reason) return { kind: 'left-out', reason }
  return readsLikeArticle(item, type)
    ? { kind: 'article' }
    : { kind: 'left-out', reason: 'a kind of content that is neither an article nor a page' }
}

function readsLikeArticle({ fields }: WxrItem, type: string): boolean {
  if (pluginTypes.test(type) || fields.get('wp:status')?.trim() !== 'publish') return false
  if (!fields.get('title')?.trim() || /[?&]post_type=/.test(fields.get('link') ?? '')) return false
  const body = fields.get('content:encoded') ?? ''
  return body.length > enoughText && plainText(body.slice(0, 20_000)).length > enoughText
}
