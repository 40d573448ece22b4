const blocks =
  '(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary)'

// Where WordPress writes [^>]* these stop at the next < too, so that no input makes them slow.
const aboveBlock = new RegExp(`(<${blocks}[\\s/>])`, 'g')
const belowBlock = new RegExp(`(</${blocks}>)`, 'g')
const wrappedBlock = new RegExp(`<p>\\s*(</?${blocks}(?![a-z0-9])[^<>]*>)\\s*</p>`, 'g')
const paragraphBeforeBlock = new RegExp(`<p>\\s*(</?${blocks}(?![a-z0-9])[^<>]*>)`, 'g')
const paragraphAfterBlock = new RegExp(`(</?${blocks}(?![a-z0-9])[^<>]*>)\\s*</p>`, 'g')
const breakAfterBlock = new RegExp(`(</?${blocks}(?![a-z0-9])[^<>]*>)\\s*<br />`, 'g')

/**
 * Gives a body typed in WordPress's classic editor its paragraphs, as WordPress itself does when it
 * shows it (wpautop, followed step by step): blank lines part paragraphs, single ones become <br />.
 * Linear in the length of the text. Comments are taken out before.
 */
export function wpautop(body: string): string {
  if (body.trim() === '') return ''
  const kept: string[] = []
  let text = keepPre(`${body.replace(/\r\n?/g, '\n')}\n`, kept)
  text = shortRuns(text)
  text = text.replace(/<br\s*\/?>\s*<br\s*\/?>/g, '\n\n')
  text = text.replace(aboveBlock, '\n\n$1').replace(belowBlock, '$1\n\n')
  text = text.replace(/(<hr\s*?\/?>)/g, '$1\n\n')
  text = keepLineEndsInTags(text)
  if (text.includes('<option')) {
    text = text.replace(/\s*<option/g, '<option').replace(/<\/option>\s*/g, '</option>')
  }
  if (text.includes('</object>')) {
    text = text.replace(/(<object[^<>]*>)\s*/g, '$1').replace(/\s*<\/object>/g, '</object>')
    text = text.replace(/\s*(<\/?(?:param|embed)[^<>]*>)\s*/g, '$1')
  }
  if (text.includes('<source') || text.includes('<track')) {
    text = text.replace(/([<[](?:audio|video)[^<>\]]*[>\]])\s*/g, '$1')
    text = text.replace(/\s*([<[]\/(?:audio|video)[>\]])/g, '$1')
    text = text.replace(/\s*(<(?:source|track)[^<>]*>)\s*/g, '$1')
  }
  if (text.includes('<figcaption')) {
    text = text.replace(/\s*(<figcaption[^<>]*>)/g, '$1')
    text = text.replace(/<\/figcaption>\s*/g, '</figcaption>')
  }
  text = text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.replace(/^\n+|\n+$/g, '')}</p>\n`)
    .join('')
  text = text.replace(/<p>\s*<\/p>/g, '')
  text = text.replace(/<p>([^<]+)<\/(div|address|form)>/g, '<p>$1</p></$2>')
  text = text.replace(wrappedBlock, '$1')
  text = unwrapListItems(text)
  text = text.replace(/<p><blockquote([^<>]*)>/gi, '<blockquote$1><p>')
  text = text.replaceAll('</blockquote></p>', '</p></blockquote>')
  text = text.replace(paragraphBeforeBlock, '$1').replace(paragraphAfterBlock, '$1')
  text = text.replace(/<br\/?>/g, '<br />')
  text = text.replace(/(?<!<br \/>)\s*\n/g, '<br />\n')
  text = text.replace(breakAfterBlock, '$1')
  text = text.replace(/<br \/>(\s*<\/?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^<>]*>)/g, '$1')
  text = text.replace(/\n<\/p>$/, '</p>')
  text = text.replace(/<pre kept-(\d+)><\/pre>/g, (_, number) => kept[Number(number)] ?? '')
  return text.replaceAll(' <!-- wpnl --> ', '\n').replaceAll('<!-- wpnl -->', '\n')
}

function keepPre(text: string, kept: string[]): string {
  if (!text.includes('<pre')) return text
  const parts = text.split('</pre>')
  const last = parts.pop() ?? ''
  const front = parts.map((part) => {
    const start = part.indexOf('<pre')
    if (start === -1) return part
    kept.push(`${part.slice(start)}</pre>`)
    return `${part.slice(0, start)}<pre kept-${kept.length - 1}></pre>`
  })
  return front.join('') + last
}

/** Long runs of white space say no more than short ones, and would make the patterns above slow. */
function shortRuns(text: string): string {
  return text.replace(/\s{9,}/g, (run) =>
    /\n\s*\n/.test(run) ? '\n\n' : run.includes('\n') ? '\n' : ' ',
  )
}

function keepLineEndsInTags(text: string): string {
  return text.replace(/<[a-z/][^<>]*>/gi, (tag) =>
    tag.includes('\n') ? tag.replaceAll('\n', ' <!-- wpnl --> ') : tag,
  )
}

function unwrapListItems(text: string): string {
  if (!text.includes('<p><li')) return text
  return text
    .split('\n')
    .map((line) => {
      const start = line.indexOf('<p><li')
      const end = start === -1 ? -1 : line.indexOf('</p>', start + 7)
      if (end === -1) return line
      return line.slice(0, start) + line.slice(start + 3, end) + line.slice(end + 4)
    })
    .join('\n')
}
