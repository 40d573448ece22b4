/*
 * Sentences with gaps. {P} a person in full, {S} their surname, {P2} {S2} another, {R} a calling, {O} an
 * organisation, {C} the article's place, {C2} another, {T} {T2} words of the topic, {W} a trade word,
 * {F} a company, {A} an adjective, {n} a number, {k} a small one, {p} a percentage, {m} money, {d} a weekday, {M} a month,
 * {y} a year.
 */

export const headlines = [
  '{C} waits for an answer on the {T}',
  '{S} wins {A} fight over {T}',
  'Why the {T} in {C} matters to everybody',
  '{F} to close its {W} works in {C}',
  'A {A} year for the {T}',
  '{P} and the {A} {T}',
  '{C} and {C2} quarrel over a {T}',
  'Record {T} for {C} as {F} moves in',
  '“The {T} will not wait”, says {S}',
  'Plans for a {W} {T} go back to {C}',
  'What {C} learned from its {T}',
  '{O} warns of {A} {T}',
  'After {k} days, a {T} for {C}',
  'The {W} makers of {C} look for heirs',
  '{T} and {T2}: {C} counts the cost',
  '{S} promises {C} a better {T}',
]

export const standfirsts = [
  'The {O} wants a decision before {M}; the people of {C} want one sooner',
  '{P}, {R}, has waited {k} years for this',
  'A {T}, a {T2} and {m} that nobody can account for',
  'In {C} they have seen a {A} {T} before',
  'How the {W} trade of {C2} came to depend on {F}',
  'It began with a {T}. It may end with {S} before the {O}',
  'Of {n} people asked, only {p} per cent expect a {A} outcome',
]

export const leads = [
  'The {O} has asked {C} to think again about its {T}, {k} months after {P} first raised the matter and a week after the last {T2} was closed.',
  '{P}, {R}, was mending a {W} frame in {C} on {d} when the letter came: the {T} would go ahead, and the {O} would pay {m} towards it.',
  'For {k} years {C} has lived with a {A} {T}. On {d} the {O} said that it would have to live with it a little longer.',
  'A {A} dispute between {C} and {C2} over the {T} ended on {d} as it had begun, with {P} and {P2} on opposite sides of a table.',
  'It took {P} less than an hour to tell the {O} what was wrong with the {T} in {C}, and the {O} {k} weeks to write it down.',
  '{F} will spend {m} on a new {T} near {C}, the company said on {d}, and close the {A} one that has stood in {C2} since {y}.',
  'Nobody in {C} can say when the first {T} failed, but {P}, {R}, remembers the {A} {M} of {y} in which the second one did.',
]

export const sentences = [
  'The {T} has been closed since {M}, when {F} found that its {W} lining had worn through in {k} places.',
  'About {n} people came to the hall in {C}, more than for any meeting since {y}.',
  '{S}, who grew up in {C2}, has worked with the {O} for {k} years and knows the {T} better than most.',
  'According to figures of the {O}, {p} per cent of households in {C} are affected, against {p} per cent a year ago.',
  'The cost is put at {m}, of which {F} is to bear a third.',
  'There are {k} such cases between {C} and {C2}, and only one of them has a {A} ending.',
  'A report on the {T2}, finished in {M} of {y}, was never published.',
  '{S2}, on the other side of the argument, points to the {T2} in {C2}, which cost {m} and was used for {k} days.',
  'In the {W} yards by the river the talk is of little else.',
  'By {d} evening the {T} had become a {A} matter in every kitchen of the town.',
  'The {O} declined to comment on the {T2} while the inquiry lasts.',
  'It is not the first time: in {y} the same {T} was promised, measured and forgotten.',
  'Some of the {W} workers have gone to {C2} already; others wait, and count their savings.',
  'What the law says about a {T} is clear enough; what it says about a {T2} was written in {y} and for horses.',
  '{F}, which employs {n} people in {C}, says that the change would save {m} a year.',
  'Critics call the plan {A}. Its friends call it {A} as well, and mean it kindly.',
  'The {T} stands where the old {W} market was, between the church and the house in which {S2} was born.',
  'Two experts from {C2} have looked at the {T} and come to three conclusions.',
  'Since {M} the number has risen by {p} per cent, faster than anywhere else on this coast.',
  'A first attempt, led by {P2}, failed when the {T2} arrived {k} days late.',
  'Older people in {C} remember the {T2} of {y}, which began in much the same way.',
  'The contract runs for {k} years and may be ended by either side in a {A} emergency.',
  'On {d} a second letter came, this time from {F}, and it was shorter.',
  'No {T} of this size has been attempted since the {W} works at {C2} burned down.',
  'The {O} has set aside {m}, and hopes that {C} will find the rest.',
  'Whether that is enough for a {T2} depends, {S} says, on how you count the {W} sheds.',
  'For the {R} it is a question of trust; for {F} it is a question of {M}.',
  'The {T} is {n} metres long and, on a {A} morning, you cannot see the end of it.',
  'Meanwhile the {T2} goes on, with {n} volunteers and a borrowed {W} cart.',
  'The decision is expected on {d}, after which {C} will have {k} days to appeal.',
]

export const quotes = [
  '“We have never asked for a {A} {T},” says {S}. “We have asked for one that works.”',
  '“You can mend a {T} once,” {S2} told this newspaper. “After that you are only painting it.”',
  '“If {C} can do it with {m}, so can we,” said {P2}, {R}. “But somebody has to begin.”',
  '“I have seen {n} of these,” {S} says, “and the {A} ones are always the cheapest.”',
  '“People here know what a {W} knife is for,” said {P2}. “They do not need the {O} to tell them.”',
  '“The {T2} was never the problem,” {S} said on {d}. “The problem was who held the key.”',
  '“Ask me again in {M},” said {S2}. “By then we shall know whether the {T} holds.”',
  '“It is a good plan,” {P2} said after a while. “It was a good plan in {y}, too.”',
]

export const asides = [
  'A {T} is a promise that somebody else has to keep.',
  'We do not want a monument. We want the {T2} back.',
  'In {C} you learn to read the {O} by what it leaves out.',
  'Nobody is against a {T}. They are only against this one.',
]

export const subheadings = [
  'What happens next',
  'Who pays',
  'The other side',
  'A question of trust',
  'What {C} wants',
  'Back in {y}',
  'The {T2}',
]

export const endings = [
  'The {O} meets again on {d}. {S} has booked a seat by the door.',
  'Until then the {T} stays as it is, and so does {C}.',
  'On the way out {S2} stopped beside the {T2} and wiped it with a sleeve. “There,” came the answer. “That is {k} years of work.”',
  'A decision will follow in {M}, or in the {M} after that.',
  'In {C2} they are watching. They have a {T} of their own.',
]

export const words = {
  R: 'fisherman|district nurse|teacher|retired judge|harbour pilot|baker|councillor|engineer|beekeeper|bus driver|historian|locksmith|farmer|printer|chemist|bookseller|welder|librarian|carpenter|mayor|midwife|surveyor|trade unionist|organ builder|professor of law|student|shipwright|tax inspector'.split(
    '|',
  ),
  O: 'county council|water board|Labour Court|ministry of works|port authority|chamber of commerce|National Library|audit office|coastguard|health board|Institute of Fresh Waters|teachers’ union|Meteorological Office|planning committee|Bird Observatory|central bank|Highland League|University of Dunmarrow|Deck and Engine Union|housing association|fire brigade|city council'.split(
    '|',
  ),
  A: 'quiet|stubborn|expensive|sudden|modest|careful|bitter|unlikely|ordinary|difficult|generous|narrow|foggy|long|patient|doubtful|hopeful|curious|severe|cheerful|ancient|temporary|wooden|delicate|public|nervous|heavy|crowded|famous|honest|hasty|gentle|rare|muddy|brilliant|dull|fragile|grave|lucky|remote|steady|strange|urgent|vague|worn'.split(
    '|',
  ),
  d: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'.split('|'),
  M: 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
    '|',
  ),
} satisfies Record<string, string[]>
