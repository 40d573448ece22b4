import { everyElement } from './every-element.ts'

interface Said {
  name: string
  motto: string
  place: string
  sections: string[]
  headlines: string[]
  summaries: string[]
  names: string[]
  correction: string
  body: string
}

/** What the specimens say, in three languages. */
export const said: Record<'en' | 'he' | 'ar', Said> = {
  en: {
    name: 'The Skarrow Lantern',
    motto: 'A light in every window',
    place: 'SKARROW',
    sections: [
      'News',
      'Politics',
      'Council',
      'World',
      'Business',
      'Science',
      'Culture',
      'Sport',
      'Opinion',
    ],
    headlines: [
      'The ferry that would not sail: how a harbour lost its winter',
      'Council votes to keep the night tram',
      'A quiet glut of honey',
      'Coastguard finds all eleven of the crew',
      'What the tide tables forgot',
      'The last bell-founder of Orrin hangs up his apron',
      'Minister asks for patience; islands ask for flour',
      'In praise of the slow train',
      'Two sisters, one goalkeeper’s shirt',
      'Why the bog outlasts us all',
      'Harbour dues to rise by a third',
      'A bridge in search of a name',
    ],
    summaries: [
      'Eight days without a boat changed how an island thinks about the sea, its bread and each other.',
      'The line loses money every night and saves a hospital’s worth of taxis.',
      'Beekeepers expected a poor year. The clover had other plans.',
      'The trawler went down off the Narrows shortly after midnight.',
    ],
    names: ['Tilda Brock', 'Omar Vance', 'Ines Marrow', 'Leopold Rask'],
    correction:
      'An earlier version of this article put the number of crew at twelve. There are eleven.',
    body: everyElement,
  },
  he: {
    name: 'מגדלור סקארו',
    motto: 'אור בכל חלון',
    place: 'סקארו',
    sections: ['חדשות', 'פוליטיקה', 'המועצה', 'עולם', 'כלכלה', 'מדע', 'תרבות', 'ספורט', 'דעות'],
    headlines: [
      'המעבורת שלא הפליגה: כך איבד נמל שלם את החורף',
      'המועצה החליטה: חשמלית הלילה נשארת',
      'שנה טובה לדבש, בניגוד לכל התחזיות',
      'משמר החופים מצא את כל אחד־עשר אנשי הצוות',
      'מה ששכחו לוחות הגאות',
      'יוצק הפעמונים האחרון תולה את הסינר',
      'השר מבקש סבלנות, והאיים מבקשים קמח',
      'בשבח הרכבת האיטית',
    ],
    summaries: [
      'שמונה ימים בלי סירה שינו את האופן שבו אי אחד חושב על הים, על הלחם ועל השכנים.',
      'הקו מפסיד כסף בכל לילה, וחוסך מוניות בשווי של בית חולים שלם.',
      'הכוורנים חיכו לשנה דלה. לתלתן היו תוכניות אחרות.',
    ],
    names: ['תמר ברוק', 'עומר ואנס', 'ענת מרום'],
    correction: 'בגרסה קודמת של הכתבה נכתב שהצוות מנה שנים־עשר אנשים. היו בו אחד־עשר.',
    body: `<p>בשבוע הראשון של נובמבר כתב מנהל הנמל „אין הפלגות” על הלוח שליד הקופה, והלך הביתה לארוחת הערב. זה 4,312 ימים שאיש לא עשה זאת.</p>
<h2>הלוח והגיר</h2>
<p>בתחילה לא האמין איש. התור ליד הרציף <em>התארך</em> עד <a href="/section-1">בית המכס</a>, ובחצות עוד עמדו בו שלושים ושבע מכוניות, שתי עיזים ומורה אחד לפסנתר.</p>
<blockquote><p>„חיכינו לסירה. אחר כך חיכינו זה לזה.”</p></blockquote>
<ul><li>אחת־עשרה אניות נקשרו לרציף</li><li>ארבעה איים נותקו</li></ul>
<aside class="pullquote"><p>הים לא היה חסר לנו. הזמן היה חסר לנו.</p></aside>
<p>ביום התשיעי, לפני שש בבוקר, נחתם הסכם. <bdi>Thole Maiden</bdi> הפליגה ראשונה, ועליה קמח, תרופות ודואר.</p>`,
  },
  ar: {
    name: 'فانوس سكارو',
    motto: 'ضوء في كل نافذة',
    place: 'سكارو',
    sections: ['أخبار', 'سياسة', 'المجلس', 'العالم', 'اقتصاد', 'علوم', 'ثقافة', 'رياضة', 'رأي'],
    headlines: [
      'العبّارة التي لم تبحر: كيف خسر ميناء شتاءه',
      'المجلس يصوّت لإبقاء ترام الليل',
      'موسم عسل وفير خلافًا للتوقعات',
      'خفر السواحل يعثر على أفراد الطاقم الأحد عشر',
      'ما نسيته جداول المدّ',
      'آخر صانع أجراس يعلّق مئزره',
      'الوزير يطلب الصبر والجزر تطلب الطحين',
    ],
    summaries: [
      'ثمانية أيام بلا قارب غيّرت نظرة جزيرة إلى البحر والخبز والجيران.',
      'يخسر الخط مالًا كل ليلة ويوفّر أجرة سيارات تكفي مستشفى.',
      'توقّع النحّالون عامًا شحيحًا، وكان للبرسيم رأي آخر.',
    ],
    names: ['تيلدا بروك', 'عمر فانس', 'إيناس مارو'],
    correction: 'ذكرت نسخة سابقة أن الطاقم اثنا عشر فردًا، والصحيح أحد عشر.',
    body: `<p>في الأسبوع الأول من نوفمبر كتب مدير الميناء «لا إبحار» على اللوح بجانب شباك التذاكر ومضى إلى عشائه. لم يفعل أحد ذلك منذ ٤٣١٢ يومًا.</p>
<h2>اللوح والطباشير</h2>
<p>لم يصدّق أحد في البداية. امتدّ الصف عند الرصيف حتى <a href="/section-1">دار الجمارك</a>، وعند منتصف الليل كانت فيه سبع وثلاثون سيارة وعنزتان ومعلّم بيانو.</p>
<blockquote><p>«انتظرنا القارب، ثم انتظر بعضنا بعضًا.»</p></blockquote>
<ul><li>رُبطت إحدى عشرة سفينة إلى الرصيف</li><li>انقطعت أربع جزر</li></ul>
<aside class="pullquote"><p>لم ينقصنا البحر. نقصنا الوقت.</p></aside>
<p>في اليوم التاسع، قبيل السادسة صباحًا، وُقّع اتفاق وأبحرت العبّارة أولًا بالطحين والدواء والبريد.</p>`,
  },
}
