/** A body with every element of the subset (docs/body-html.md). */
export const everyElement = `<p>In the first week of November the harbour master of Saltmere wrote “no sailings” on the slate by the ticket office, and went home to his supper. It was 4,312 days since anyone had done so.</p>
<p>Nobody believed it at first. The queue by the quay <em>lengthened</em> as far as the <a href="/section-1">customs house</a>, and at midnight thirty-seven cars still stood in it, with two goats and a <strong>piano teacher</strong> who had been to <a href="https://example.org/" rel="external noopener">a wedding</a>.<sup id="fn-1-back"><a href="#fn-1">1</a></sup></p>
<h2>The slate and the chalk</h2>
<p>What followed has been told as a story about pay. It was about rest: the new roster left crews <mark>seven hours</mark> between the last boat of one night and the first of the next. H<sub>2</sub>O, <abbr title="Sound Ferries Operations Manual">SFOM</abbr>, <s>twelve</s> eleven ships, <code>tide.csv</code>, <q>a small word</q>, <time datetime="2014-12-25">Christmas Day</time>, <cite>The Pilot’s Book</cite>, <small>small print</small>, <bdi>עברית</bdi>.</p>
<aside class="pullquote"><p>We waited for the boat. Then we waited for each other.</p><p><cite>Amalia Fenn, mediator</cite></p></aside>
<figure><img src="/media/scene-1/1600.webp" alt="A white ferry at a quay" width="2000" height="1125" loading="lazy" decoding="async"><figcaption>The Thole Maiden at her berth. Eleven ships had been tied up for eight days.</figcaption></figure>
<h3>What the crews asked for</h3>
<ul><li>eleven hours of rest between shifts</li><li>a roster posted a fortnight ahead<ul><li>and not changed by telephone</li></ul></li></ul>
<ol start="3"><li>The third demand</li><li>The fourth</li></ol>
<blockquote><p>Nobody in this room got what they came for.</p><p>That is usually how I know we are finished.</p></blockquote>
<aside class="factbox"><h3>The strike in figures</h3><p>Eight days, eleven ships, 1,140 crew.</p><ul><li>38,000 people on Skarrow</li><li>four islands without a boat</li></ul></aside>
<table><caption>Crossings lost</caption><thead><tr><th scope="col">Route</th><th scope="col">Daily crossings before the strike</th><th scope="col">Lost</th><th scope="col">Passengers who waited or turned back</th></tr></thead><tbody><tr><th scope="row">Ostrel–Brask</th><td>14</td><td>112</td><td>26,400</td></tr><tr><th scope="row">Ostrel–Ember</th><td>6</td><td>48</td><td>4,120</td></tr></tbody></table>
<figure class="gallery"><figure><img src="/media/scene-3/1600.webp" alt="Shops with empty shelves" width="1600" height="1067" loading="lazy" decoding="async"></figure><figure><img src="/media/scene-4/1600.webp" alt="A queue of cars" width="2000" height="1125" loading="lazy" decoding="async"></figure><figcaption>Brask on the fifth day.</figcaption></figure>
<figure class="embed" data-embed="youtube"><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="external noopener">The first boat leaves Ostrel (film)</a><figcaption>Filmed from the pilots’ house.</figcaption></figure>
<pre><code>06:02  Thole Maiden   sailed
06:40  Ember Lass     sailed, two cars short of full</code></pre>
<dl><dt>Roster</dt><dd>Who works which boat.</dd><dt>Turnaround</dt><dd>The time between two crossings.</dd></dl>
<hr>
<p lang="he" dir="rtl">„חיכינו לסירה,” אמרה תמר. „אחר כך חיכינו זה לזה.”</p>
<p lang="ar" dir="rtl">«انتظرنا القارب، ثم انتظر بعضنا بعضًا.»</p>
<h4>And then it was over</h4>
<p>On the ninth day, shortly before six in the morning, an agreement was signed, and the Thole Maiden sailed first, with flour, medicine and post.</p>
<section class="footnotes"><ol><li id="fn-1"><p>The bride was her sister. <a href="#fn-1-back">↩</a></p></li></ol></section>`
