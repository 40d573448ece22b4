import { tidy } from './blocks.ts'
import { spread } from './spread.ts'

/** A whole line that belongs to the page and not to the article: a button, a label, a counter. */
export const isLabel = (line: string): boolean => {
  const text = plain(line)
  return text === '' || (text.length <= 60 && (labels.test(text) || isReadingTime(text)))
}

/** A heading after which a page has nothing of the article left, or a list that is not part of it. */
export const opensFurniture = (line: string): boolean => {
  const text = plain(line)
  return text.length <= 70 && furnitureHeadings.test(text)
}

/** A pointer to another article put between the paragraphs ("Read also: …"). */
export const isPointer = (line: string): boolean => pointers.test(plain(line))

/** What stands under an article: rights, sharing, corrections of contact, agencies' addresses. */
export const isColophon = (line: string): boolean => {
  const text = tidy(line)
  return text.length <= 420 && colophons.test(text)
}

/** "2 minute read", in the languages newspapers say it. */
export const isReadingTime = (line: string): boolean => readingTimes.test(plain(line))

/** Where a gallery or a slide show tells its place: "1 of 6", "Image 1 of 4". */
export const isCounter = (line: string): boolean => counters.test(plain(line))

const plain = (line: string): string =>
  tidy(line).replace(/^[\s*_>|•·»#-]+|[\s*_|•·»:：…>-]+$/g, '')

const readingTimes = spread(
  String.raw`^(\p{L}+ time:?\s?)?(~|about )?\d{1,3}\s?[-–]?\s?(min(ute)?s?\.?\s?(read|reading|
    to read)?|min\.? (de )?(lecture|lectura|leitura|lettura|lesezeit)|minutes? de (lecture|
    lectura|leitura)|minuti di lettura|דק(ות|׳|')?( של)? קריאה|דקות קריאה|דקות|
    دقائق (ل?ل?قراءة)?|دقيقة (ل?ل?قراءة)?|минут\p{L}* (чтения)?|分钟阅读|分鐘閱讀|分で読めます|분 (소요|
    읽기))$|^(זמן קריאה|وقت القراءة|reading time|read time|temps de lecture|lesezeit|
    время чтения)`,
  'iu',
)

const counters = spread(
  String.raw`^((image|photo|picture|slide|foto|bild|תמונה|صورة)\s)?\d{1,3}\s?(of|\/|von|de|di|מתוך|
    من|из)\s?\d{1,3}( (photos|images|slides))?$`,
  'iu',
)

const labels = spread(
  String.raw`^((share|tweet|pin|e-?mail|print|copy link|save|bookmark|comments?|reply|like|
    follow( us)?|listen|play|pause|mute|menu|search|home|close|caption|next|previous|prev|
    back|top|more|show more|see more|load more|read more|view (all|more)|expand|
    advertisement|advertisements?|ad|ads|sponsored( content)?|promoted|photos?|videos?|
    gallery|hide caption|enlarge( image)?|toggle caption|photo gallery|image|facebook|
    twitter|x|whatsapp|linkedin|instagram|telegram|reddit|pinterest|flipboard|rss|youtube|
    messenger|print this|e-?mail this|share this|share this (article|story|post|page)|
    share (on|via|with) \w+|printer friendly( version)?|font size|text size|a\+|a-|
    skip to (main )?content|listen to (this )?(article|story)|live|exclusive|latest|
    trending|jump to comments|leave a comment|post a comment|be the first to comment|
    \d+ (comments?|shares?|views?|likes?)|story continues( below)?( advertisement)?|
    article continues( below)?|continue reading( below)?|(story|article) continues below.*|
    (editor'?s|editors'?) (pick|choice)s?|subscribe|sign in|sign up|log ?in|register|
    newsletters?|getty|getty images|reuters|loading.*|please wait.*|click here.*|
    click to (enlarge|share|print|expand).*|related|updated|published|corrections?|
    (release |publication |posted )?date|source|posted( on)?|publication date|
    [\p{L}\d-]+\.(com|net|org|info|news|tv))|שתף|שתפו|שיתוף|הדפס|הדפסה|שלח לחבר|תגובות?|הגב|
    פרסומת|פרסום|דף הבית|תפריט|חיפוש|ראשי|עוד|קרא עוד|קראו עוד|להמשך קריאה|הוסף תגובה|צילום|
    גלריה|האזנה|האזינו|התחברות|הרשמה|ניוזלטר|مشاركة|شارك|شاركها|طباعة|إعلان|إعلانات|
    تعليقات?|القائمة|بحث|الرئيسية|المزيد|اقرأ المزيد|استمع|تسجيل الدخول|حفظ|partager|
    imprimer|publicité|commentaires?|accueil|recherche|teilen|drucken|anzeige|werbung|
    kommentare?|suche|startseite|compartir|imprimir|publicidad|comentarios?|inicio|buscar|
    condividi|stampa|pubblicità|commenti|cerca|compartilhar|publicidade|comentários|
    поделиться|печать|реклама|комментарии|поиск|главная|分享|打印|列印|广告|廣告|评论|評論|首页|首頁|シェア|印刷|
    広告|コメント|ツイート|공유|인쇄|광고|댓글|แชร์|พิมพ์)$`,
  'iu',
)

const furnitureHeadings = spread(
  String.raw`^(related( (content|articles?|stories|news|topics?|posts?|links?|coverage|video|
    reading))?|more (from|on|in|about|stories|news|coverage|like this)\b.{0,50}|read (more|
    next|also)|see also|also read|you (may|might) (also )?(like|be interested).*|
    recommended( (for you|stories|articles|reading))?|(the )?most (read|popular|viewed|
    commented|shared|recent)( \w+)?|(today'?s )?top (stories|news|headlines)|popular( (now|
    stories|articles|news))?|trending( now| stories| news)?|(the )?latest( (news|stories|
    headlines|updates))?|breaking news|what (to read|others are reading).*|next (article|
    story)|tags?|topics?|filed under|in this (story|article)|keywords|comments?( \(\d+\))?|
    \d+ comments?|leave a (reply|comment)|join the (conversation|discussion)|
    about the authors?|share (this( (article|story|post|page))?|article)|
    sign up for .{3,60}|get (our|the) (free )?(daily |weekly |morning )?newsletters?.*|
    newsletters?|follow us( on.*)?|stay (connected|informed|up to date).*|
    from (around )?the web|around the web|sponsored (stories|links|content)|paid content|
    advertisement|sponsored|תוכן קשור|כתבות (קשורות|נוספות)|עוד (בנושא|כתבות|ב|
    חדשות).{0,30}|קראו (עוד|גם)|קרא (עוד|גם)|מבזקים|מבזקי חדשות|חדשות מתפרצות|
    החדשות האחרונות|הנקראות ביותר|הכי נקראות|הנצפות ביותר|תגיות|תגובות( \(\d+\))?|נושאים|
    אולי (יעניין|תאהבו).*|המלצות.*|שתפו( את הכתבה)?|פרסומת|הצטרפו לניוזלטר.*|(مواضيع|مقالات|
    أخبار|موضوعات|محتوى) (ذات صلة|متعلقة?|مرتبطة?|مشابهة?)|محتوى ذو صلة|
    (ال)?محتوى (ال)?ذي? ?(ال)?صلة|أخبار عاجلة|عاجل|الأكثر (قراءة|مشاهدة|تعليقا?)|
    آخر الأخبار|أحدث الأخبار|(اقرأ|إقرأ|شاهد) (أيضا?ً?|المزيد)|(ال)?وسوم|كلمات (مفتاحية|
    دلالية)|(ال)?تعليقات?|شارك (المقال|الخبر)?|قد يعجبك.*|إعلان|(à )?lire (aussi|également)|
    sur le même (sujet|thème)|articles? (liés|similaires|recommandés)|les plus lus|
    dernières (nouvelles|actualités|infos)|mots[- ]clés|commentaires|(lesen sie|mehr) (auch|
    dazu|zum thema)|mehr zum thema|auch interessant|meistgelesen|das könnte (sie|dich).*|
    schlagwörter|themen|kommentare|(noticias|artículos|notas|contenido) relacionad[oa]s?|
    le puede interesar|te puede interesar|también te puede.*|lea (también|además)|
    lo más (leído|visto|comentado)|las más (leídas|vistas)|más noticias|últimas noticias|
    etiquetas|comentarios|leggi anche|articoli correlati|i più letti|
    potrebbe interessarti.*|ultime notizie|leia (também|mais)|notícias relacionadas|
    mais lidas|últimas notícias|veja também|читайте (также|ещё|еще)|по теме|похожие (статьи|
    новости|материалы)|самое (читаемое|популярное)|последние новости|теги|комментарии|相关(新闻|
    报道|阅读|文章|链接|内容)|相關(新聞|報導|閱讀|文章|連結|內容)|延伸閱讀|推荐阅读|热门(文章|新闻)|熱門(文章|新聞)|最新(新闻|消息|新聞)|责任编辑.*|
    標籤|标签|评论|留言|関連(記事|ニュース|リンク|キーワード)|あわせて読みたい|おすすめ(記事)?|人気記事|最新(記事|ニュース)|アクセスランキング|タグ|コメント|
    관련 ?(기사|뉴스)|많이 본 (뉴스|기사)|인기 ?(기사|뉴스)|댓글|เรื่องที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง|
    อ่านเพิ่มเติม|บทความที่เกี่ยวข้อง|แท็ก|ข่าวล่าสุด|ilgili haberler|czytaj (też|także|
    więcej)|zobacz (też|także)|lees ook|läs också|läs mer|læs også|les også)$`,
  'iu',
)

const pointers = spread(
  String.raw`^(\(?(also )?(read|see|watch|listen)( (more|also|next|on|it|this))?\s?[:：|—–-]|
    related( (story|article|content|coverage|reading|video|news|link)s?)?\s?[:：|—–-]|
    more( (on|from|about) [^:.]{2,40})?\s?[:：|]|also on [\w. ]{3,30}|see also\b|read also\b|
    also read\b|don'?t miss\s?[:：]|recommended\s?[:：]|must[- ]read\s?[:：]|
    editor'?s pick\s?[:：]|(photos?|gallery|slideshow|video|podcast)\s?[:：]|click here (to|
    for)\b|(קראו|קרא|ראו|צפו) (גם|עוד|בנושא)\s?[:：]?|לקריאה נוספת|עוד בנושא\s?[:：]|(اقرأ|
    إقرأ|شاهد|اقرئي|طالع) (أيضا?ً?|المزيد)|(à )?lire (aussi|également)\s?[:：»]?|
    voir aussi\s?[:：]|lesen sie (auch|mehr|dazu)|mehr dazu\s?[:：]|(lea|lee|leé|ver|mirá|
    mira) (también|además|más)\s?[:：]?|leggi anche|leia (também|mais)|читайте (также|ещё|
    еще)|смотрите также|相关(新闻|报道|阅读)\s?[:：]|延伸閱讀|関連記事|【関連】|관련 ?기사|อ่าน(เพิ่มเติม|ข่าว)|
    lees ook|läs (också|mer)|læs også|les også|czytaj (też|także|więcej))`,
  'iu',
)

const colophons = spread(
  String.raw`(^|\s)(©|\(c\)|copyright\b)\s?(\d{4}|the |by |[A-Z])|\ball rights reserved\b|
    \bmay not be (published|reproduced|broadcast|rewritten)|^(like|enjoy(ed)?|love) (this|
    the) (story|article|post|what you)|^(please )?(follow|like|find|join) (us|me|him|her|
    them|\p{L}+( \p{L}+){0,3})\s(on|at)\s(twitter|facebook|instagram|x|linkedin|youtube|
    whatsapp|telegram|google)\b|^(contact|e-?mail|reach|write to) .{0,60}(@|\bat\b)|^(more|
    read more) .{0,50}https?:|^(think|want|know) your friends|^(share|send) (this|
    your) .{0,60}(friend|thoughts|comments|story|stories|tips)|^(the views|views|
    opinions) expressed (in|here)|^(download|get) (the|our) .{0,30}\bapp\b|^(sign|
    signing) up (for|to)\b|^subscribe (to|now|for)\b|^(for more|to read more|click here|
    to comment|to see)\b.{0,120}$|^(a version of this (article|story)|this (article|
    story) (was|has been) (originally |first )?(published|updated|corrected)).{0,160}$|
    ^(tags?|topics?|filed under|keywords|categories|תגיות|الوسوم|وسوم|mots[- ]clés|
    etiquetas|标签|關鍵字|タグ)\s?[:：]|^(updated|last updated|updated at|published|posted|
    first published)\b.{0,60}$|^(最終更新|更新日時|配信日時|更新时间|发布时间|發布時間|发布日期)|^[（(【\[]?(责任编辑|責任編輯|编辑|
    編輯|责编)[:：]|^(©|כל הזכויות שמורות|جميع الحقوق محفوظة|tous droits réservés|
    alle rechte vorbehalten|todos los derechos|tutti i diritti|все права защищены|版权所有|版權所有|
    無断転載|무단)|^(מצאתם טעות|רוצים להישאר מעודכנים|עקבו אחרינו|הצטרפו (לעמוד|לערוץ|לקבוצ)|
    تابعونا|تابعوا|ติดตาม)`,
  'iu',
)
