import type { Words } from './en.ts'

const plural = new Intl.PluralRules('ar')
const number = new Intl.NumberFormat('ar')

interface Forms {
  zero: string
  one: string
  two: string
  /** With 3 to 10. */
  few: string
  /** With 11 to 99. */
  many: string
  other: string
}
const count = (n: number, forms: Forms) => {
  const form = plural.select(n)
  if (form === 'zero' || form === 'one' || form === 'two') return forms[form]
  return `${number.format(n)} ${forms[form]}`
}

export const ar: Words = {
  skipToContent: 'انتقل إلى المحتوى',
  menu: 'القائمة',
  close: 'إغلاق',
  sections: 'الأقسام',
  mainNavigation: 'أقسام الصحيفة',
  footerNavigation: 'المزيد من الصحيفة',
  breadcrumb: 'أنت هنا',
  home: 'الصفحة الأولى',
  search: 'بحث',
  searchTheArchive: 'ابحث في الأرشيف',
  becomePartner: 'كن شريكًا',
  partnerLine: 'هذه الصحيفة مفتوحة للجميع، وقرّاؤها هم من يموّلونها.',
  since: (when) => `منذ ${when}`,
  breakingNews: 'عاجل',
  allBreakingNews: 'كل الأخبار العاجلة',
  noBreakingNews: 'لا أخبار عاجلة الآن.',
  relatedContent: 'مواد ذات صلة',
  newest: 'الأحدث',
  opinion: 'رأي',
  moreFrom: (name) => `المزيد من ${name}`,
  topics: 'موضوعات',
  authors: 'كتّاب',
  premium: 'مميّز',
  minuteRead: (minutes) =>
    count(minutes, {
      zero: 'أقل من دقيقة قراءة',
      one: 'دقيقة قراءة واحدة',
      two: 'دقيقتا قراءة',
      few: 'دقائق قراءة',
      many: 'دقيقة قراءة',
      other: 'دقيقة قراءة',
    }),
  by: 'بقلم',
  and: 'و',
  published: 'نُشر',
  updated: 'حُدّث',
  roles: {
    writer: '',
    reporter: 'تقرير',
    photographer: 'تصوير',
    illustrator: 'رسوم',
    editor: 'تحرير',
    translator: 'ترجمة',
    agency: '',
  },
  photograph: 'تصوير:',
  corrections: 'تصويبات',
  correctionMade: (date) => `تصويب، ${date}`,
  share: 'مشاركة',
  linkCopied: 'نُسخ الرابط',
  print: 'طباعة',
  tools: 'أدوات المقال',
  showEmbed: (host) => `أظهر المحتوى من ${host}`,
  embedNotice: 'لا يُحمَّل شيء من هناك قبل أن تطلبه.',
  table: 'جدول',
  articlesBy: (name) => `مقالات ${name}`,
  articles: (n) =>
    count(n, {
      zero: 'لا مقالات',
      one: 'مقال واحد',
      two: 'مقالان',
      few: 'مقالات',
      many: 'مقالًا',
      other: 'مقال',
    }),
  noArticlesYet: 'لم يُنشر شيء هنا بعد.',
  pagination: 'الصفحات',
  previousPage: 'الأحدث',
  nextPage: 'الأقدم',
  previousResults: 'السابق',
  nextResults: 'التالي',
  page: (n) => `صفحة ${number.format(n)}`,
  pageOf: (n, total) => `صفحة ${number.format(n)} من ${number.format(total)}`,
  archive: 'الأرشيف',
  archiveOf: (when) => `الأرشيف: ${when}`,
  archiveIntroduction: 'كل ما نشرناه، يومًا بيوم.',
  earlier: 'أقدم',
  later: 'أحدث',
  noneThatDay: 'لم يُنشر شيء في هذا اليوم.',
  searchFor: 'عمّ تبحث؟',
  searchHint: 'ضع «العبارة» بين علامتي اقتباس، واكتب -كلمة لاستبعادها.',
  anySection: 'كل الأقسام',
  anyAuthor: 'كل الكتّاب',
  section: 'القسم',
  author: 'الكاتب',
  fromDate: 'من',
  toDate: 'حتى',
  sortBy: 'الترتيب',
  bestFirst: 'الأنسب أولًا',
  newestFirst: 'الأحدث أولًا',
  narrow: 'تضييق البحث',
  apply: 'تطبيق',
  clearFilters: 'مسح الكل',
  results: (n) =>
    count(n, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: 'نتائج',
      many: 'نتيجة',
      other: 'نتيجة',
    }),
  manyResults: (n) => `أكثر من ${number.format(n)} نتيجة`,
  resultsFor: (query) => `نتائج البحث عن «${query}»`,
  didYouMean: 'هل تقصد',
  nothingFound: (query) => `لم نجد شيئًا عن «${query}»`,
  nothingFoundHelp: ['جرّب كلمات أقل أو أعم.', 'تحقق من كتابة الأسماء.', 'أزل عوامل التصفية.'],
  browseTheArchive: 'تصفّح الأرشيف يومًا بيوم',
  notFoundTitle: 'لا شيء في هذا العنوان',
  notFoundText:
    'ربما كُتب العنوان خطأً أو نُقلت الصفحة. كل ما نشرناه ما زال هنا: ابحث عنه أو ابدأ من الأحدث.',
  goneTitle: 'سُحب هذا المقال',
  goneText: 'كان في هذا العنوان وسحبته هيئة التحرير.',
  failureTitle: 'حدث خطأ لدينا',
  failureText: 'تعذّر إعداد الصفحة. حاول مجددًا بعد قليل؛ وقد أُبلغت هيئة التحرير.',
  tryAgain: 'حاول مجددًا',
  reference: 'مرجع',
  feed: 'خلاصة RSS',
  follow: 'تابعنا',
  contact: 'اتصل بنا',
  appearance: 'فاتح أم داكن',
  themeSystem: 'كما في جهازي',
  themeLight: 'فاتح',
  themeDark: 'داكن',
  copyright: (year, name) => `© ${year} ${name}`,
  backToTop: 'إلى أعلى الصفحة',
}
