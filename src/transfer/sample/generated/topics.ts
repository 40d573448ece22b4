/** What generated articles are about: a topic is a tag, stands in a section, and has words and pictures of its own. */
export interface Topic {
  tag: string
  section: string
  words: string[]
  pictures: string[]
}

const topic = (section: string, tag: string, [pictures, words]: [string, string]): Topic => ({
  tag,
  section,
  words: words.split(', '),
  pictures: pictures.split(' '),
})

export const topics: Topic[] = [
  topic('news', 'Schools', [
    'books',
    'classroom, headteacher, timetable, exam, reading lesson, school bus, playground, school board, pupil, textbook',
  ]),
  topic('news', 'Hospitals', [
    'canal old-quarter',
    'ward, waiting list, surgeon, clinic, ambulance, night nurse, operating theatre, vaccine, patient, pharmacy',
  ]),
  topic('news', 'Courts', [
    'moot',
    'verdict, witness, appeal, prosecutor, bail hearing, courtroom, sentence, jury, defendant, evidence',
  ]),
  topic('news', 'Trams and trains', [
    'old-quarter canal',
    'tram line, platform, signal box, ticket, delay, carriage, depot, timetable, level crossing, conductor',
  ]),
  topic('news', 'Harbours', [
    'harbour ferry ferries-night',
    'quay, pilot, breakwater, container, tug, mooring, customs shed, slipway, dredger, tide gate',
  ]),
  topic('news', 'Weather', [
    'storm lighthouse',
    'gale warning, flood, heatwave, drought, sea fog, hailstorm, barometer, forecast, snowdrift, rainfall',
  ]),
  topic('news', 'Housing', [
    'old-quarter brask canal',
    'rent, landlord, tenement, building permit, housing list, mortgage, cellar, roof, tenant, courtyard',
  ]),
  topic('moot', 'Budget', [
    'moot banknote',
    'deficit, estimate, surplus, tax band, grant, audit, treasury, spending review, levy, subsidy',
  ]),
  topic('moot', 'Reform', [
    'moot',
    'amendment, committee, clause, second reading, petition, quorum, statute, white paper, inquiry, vote of confidence',
  ]),
  topic('election', 'Local elections', [
    'ballots hemicycle debate',
    'ballot, canvass, recount, candidate list, turnout, manifesto, polling station, ward boundary, campaign, hustings',
  ]),
  topic('world', 'Karsland', [
    'mountains chart',
    'border crossing, mining town, chancellor, coalition, export ban, rail corridor, garrison, consulate, customs union, referendum',
  ]),
  topic('world', 'Aldermark', [
    'canal',
    'flood gate, canal, envoy, royal decree, ferry treaty, trade mission, embassy, dyke, regent, parliament',
  ]),
  topic('world', 'Lusenia', [
    'vineyard',
    'vineyard, province, general strike, olive harvest, cathedral, coup rumour, cabinet, drought relief, pilgrimage, summit',
  ]),
  topic('business', 'Shipping', [
    'harbour shipyard ferry',
    'freight rate, charter, tanker, shipyard, hull, insurer, cargo, port fee, fleet, broker',
  ]),
  topic('business', 'Fishing industry', [
    'market brask',
    'quota, trawler, catch, fish auction, cold store, mesh size, cod stock, oyster bed, licence, landing',
  ]),
  topic('business', 'Prices', [
    'chart banknote market',
    'inflation, wage deal, interest rate, food bill, index, pension, savings, rent rise, tariff, currency',
  ]),
  topic('business', 'Energy', [
    'bog chart',
    'wind farm, cable, turbine, heat pump, tariff, grid, battery, tide mill, gas lamp, reactor',
  ]),
  topic('science', 'Birds and beasts', [
    'eagle eels kelp',
    'nest, migration, colony, seal pup, ringing station, wetland, otter, breeding pair, moth, reserve',
  ]),
  topic('science', 'Medicine', [
    'table jars',
    'trial, antibody, placebo, gene, virus, dose, cohort, tumour, enzyme, side effect',
  ]),
  topic('science', 'Stars and planets', [
    'observatory comet',
    'telescope, asteroid, orbit, eclipse, spectrum, meteor, probe, lunar dust, galaxy, radio dish',
  ]),
  topic('culture', 'Theatre', [
    'theatre',
    'premiere, playwright, rehearsal, encore, understudy, stage set, prompter, matinee, monologue, curtain call',
  ]),
  topic('culture', 'Music', [
    'portrait-dray theatre',
    'quartet, organ, ballad, conductor, overture, songbook, choir, recital, cello, festival',
  ]),
  topic('culture', 'Books', [
    'books letters',
    'novel, poet, translation, first edition, publisher, memoir, library, short story, manuscript, prize',
  ]),
  topic('sport', 'Football', [
    'match stadium',
    'penalty, goalkeeper, corner, transfer, relegation, winger, derby, clean sheet, manager, season ticket',
  ]),
  topic('sport', 'Rowing', [
    'rowing',
    'coxless four, regatta, stroke rate, boathouse, heat, oarsman, finish line, sculls, lane, crew',
  ]),
  topic('sport', 'Cycling', [
    'mountains bridge',
    'stage win, breakaway, time trial, climb, peloton, puncture, sprint, jersey, descent, team car',
  ]),
  topic('opinion', 'Comment', [
    'letters debate old-quarter',
    'principle, compromise, privilege, silence, common sense, memory, promise, habit, doubt, neighbour',
  ]),
  topic('food', 'Cooking', [
    'stew bread jars table',
    'stock, dumpling, pastry, pickle, smoked eel, butter, oven, yeast, saffron, barley soup',
  ]),
]
