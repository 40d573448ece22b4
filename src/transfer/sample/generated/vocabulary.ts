import type { Random } from '../pictures/paint.ts'

/*
 * The names and trade words of generated articles: some 80,000, put together from syllables and drawn
 * as words are drawn in real text, a few very often and most hardly ever (Zipf's law). Search has to
 * do with them what it has to do with a real archive's.
 */

const split = (text: string): string[] => text.trim().split(/\s+/)

const firstNames = split(`
  Ada Aksel Albin Amal Anders Anneke Anselm Arne Asta Aurel Bastian Beata Bela Berit Birger Bo Bruno Carin Casper
  Clara Cornel Dag Dalia Darius Della Dora Edda Edgar Eirik Elias Elin Elsa Emil Esther Ezra Fadil Felix Fenna Flora
  Frida Gerda Gideon Greta Gustav Hakim Halvar Hanna Hedda Helge Henrik Hilda Hugo Ida Ilias Ilse Inga Irma Isak Ivo
  Jarl Jens Jonna Jorun Josef Judit Kaia Karim Karl Katya Kirsten Klara Lars Layla Leah Leif Lena Levi Lidia Linus
  Liv Ludo Magda Malik Marit Marko Marta Matti Maud Mila Mina Mirjam Moritz Nadim Naomi Nils Noa Nora Odd Olga Omar
  Oskar Otto Petra Pim Rafael Ragna Rasmus Rita Roald Rosa Ruben Ruth Sadia Salim Samira Saskia Selma Signe Silas
  Sofie Solveig Sven Tamar Thea Theo Tilde Tobias Tova Ulf Ulrik Una Vera Viggo Wanda Willem Yara Ylva Yusuf Zora`)
const nameStems = split(`
  Aber Acker Alder Anker Apple Arn Ash Aust Back Bal Barn Beck Bell Berg Birk Black Bram Brand Brei Brim Brock Burn
  Cald Camp Carn Chal Clay Cold Cop Corn Craw Crom Dahl Dal Darn Deer Dorn Drum Dun East Eber Eck Eld Elm Erl Falk
  Farn Fell Fen Fin Fisk Flint Ford Fors Frost Furn Gad Gal Garn Gil Glen Gold Gram Grim Gud Haas Hag Hal Ham Hart
  Hav Hell Hern Hjal Hol Horn Hul Ing Iver Jarl Kal Kel Kerr Kil Klee Knut Kol Kram Lam Land Lark Laven Leck Lind
  Loch Lom Lund Mal Mar Mar Mel Mer Mill Moor Mort Munk Nan Ned Nes Nor Nyg Oak Oder Ohl Olm Os Pal Pel Pil Pol
  Quar Rad Ran Raven Red Ren Rich Ring Rod Ros Row Rud Sal Sand Sax Schar Sel Ser Sil Skag Skel Sol Stan Sten Stor
  Strand Sund Svan Tam Tar Thel Thor Til Tor Tran Tul Ulv Vald Van Veld Ven Vik Vol Wad Wal Warn Wed Wel Wend West
  Whit Wil Wind Wol Wren Yar Zell`)
const surnameEnds = split(`
  sen son man berg strom gren lund dahl holm quist wick well ford worth by stad mark feld stein baum ley ton ham den
  ner ster ling more ridge shaw croft combe dale field gate hurst kirk low mere nes pool rigg scar thorpe vall water
  wood yard ard ell er ing is ius os ov`)
const placeEnds = split(`
  mouth haven stead bridge bury fleet ness sound strand vik fjord borg heim hamn sund dorf hagen kloster brook marsh
  head cliff cross end fold garth green hatch heath hythe isle lea market minster moss port quay reach rock sands
  staithe tarn toft vale wath weir wharf wold`)
const tradeWords = split(`
  anchor apron bait bale barge barley basket beacon bell boat bolt bone book bottle bow brass bread brick brine brush
  bucket cable candle canvas cart chain chalk cheese chest cider clay clock cloth coal cod coin copper cord cork crane
  crate crop dairy dam deck ditch dock dove drain drift dune dust dye eel fair farm fence ferry field fig fire fish
  flax flint flood foam fog fork frame frost fuel garden gate glass glue gold goose grain grass gravel grove gull hail
  hammer harbour harvest hay hazel hedge herd herring hill hinge honey hook horn horse ice ink iron island ivy jar keel
  kelp kettle kiln lace ladder lake lamb lamp lane lantern larch lead leaf leather ledger lemon light lime linen lock
  loft log loom malt map maple market marsh mast meadow mill mine mint mirror moor moss mud nail needle nest net oak
  oar oat oil onion orchard otter oven owl paint paper path peat pebble pepper pier pig pilot pine pipe pitch plank
  plough plum pond post pot pump quarry quilt raft rail rain reed reef rice ridge ring river road robe rock rope rose
  rudder rust rye sack saddle sail salt sand sap saw scale seal seed shell ship shoe silk silver slate sleet smoke snow
  soap spice spoon spring square stable stage star steam steel stone storm straw stream string sugar swan table tallow
  tar tea thorn tide tile timber tin toll tool tower trail tram trap tree trout tunnel turf twine valley vat vault vine
  wall water wax weaver wedge weed well wharf wheat wheel whistle willow wind wine wing winter wire wood wool yarn`)
const companyStems = split(`
  Aldo Alta Amber Apex Arco Astra Atlas Aurora Axel Balt Boreal Bravo Calder Capri Celta Civic Clario Cobalt Corvo
  Crest Delta Dorsa Echo Elba Ember Ensa Equi Evera Faro Ferro Fjora Forta Gala Gamma Gera Granit Halo Helio Hexa
  Indra Inno Isla Jova Kappa Kelda Kori Lago Lanza Levant Lico Luma Lyra Magna Marisa Mero Mistral Monta Nauti Neva
  Nimbus Norda Nova Octa Omni Opal Orca Orio Pala Penta Petra Polar Prima Proxi Quanta Quarz Regi Rena Rhea Riva Saga
  Sela Sigma Sola Sona Stella Strata Sund Talos Tarn Tega Terra Tide Titan Tria Ultra Unda Vala Vega Velo Venta Vera
  Vesta Vira Volta Westa Xeno Yara Zeta Zira`)
const companyEnds = split(`
  bank bau bio bond chem corp dyne fab flor flux form freight gas gen grid lab lex line link loom mar mech med mont
  net nor pac pharm plast port pro quay rail rex rope ship soft span steel sys tec tel tex trade tran vent via ware
  watt works yard`)

const cross = (starts: string[], ends: string[]): string[] =>
  [...new Set(starts)].flatMap((start) =>
    ends.filter((end) => !start.toLowerCase().endsWith(end)).map((end) => start + end),
  )

export const vocabulary = {
  firstNames,
  surnames: cross(nameStems, surnameEnds),
  places: cross(nameStems, placeEnds),
  companies: cross(companyStems, companyEnds),
  trades: cross(tradeWords, tradeWords),
}

/** How many different words the generated articles draw their names and trade words from. */
export const vocabularySize = new Set(Object.values(vocabulary).flat()).size

/** Draws from a list as words are drawn in text: the n-th most frequent about 1/n as often as the first. */
export function drawn(random: Random, list: readonly string[]): string {
  const flat = 6
  const rank = Math.floor(flat * ((list.length + flat) / flat) ** random()) - flat
  // Neighbours in the list share a syllable; the frequent ones shall not.
  return list[(Math.min(rank, list.length - 1) * 7919) % list.length] as string
}
