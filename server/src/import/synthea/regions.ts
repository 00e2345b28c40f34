import type { Coordinates } from './us-zones.js';

/** A state, province or part of a country, as files name it. */
export interface Region {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The postal abbreviation of a state of the US. */
  state?: string;
  /** IANA; a region of the US has it from its state. */
  zone?: string;
}

const usStates = `Alabama AL, Alaska AK, American Samoa AS, Arizona AZ, Arkansas AR, California CA, Colorado CO,
  Connecticut CT, Delaware DE, District of Columbia DC, Washington DC DC, Florida FL, Georgia GA, Guam GU, Hawaii HI,
  Idaho ID, Illinois IL, Indiana IN, Iowa IA, Kansas KS, Kentucky KY, Louisiana LA, Maine ME, Maryland MD,
  Massachusetts MA, Michigan MI, Minnesota MN, Mississippi MS, Missouri MO, Montana MT, Nebraska NE, Nevada NV,
  New Hampshire NH, New Jersey NJ, New Mexico NM, New York NY, North Carolina NC, North Dakota ND,
  Northern Mariana Islands MP, Ohio OH, Oklahoma OK, Oregon OR, Pennsylvania PA, Puerto Rico PR, Rhode Island RI,
  South Carolina SC, South Dakota SD, Tennessee TN, Texas TX, Utah UT, Vermont VT, Virginia VA, Virgin Islands VI,
  US Virgin Islands VI, U S Virgin Islands VI, Washington WA, West Virginia WV, Wisconsin WI, Wyoming WY`;

const canadian = `Alberta AB America/Edmonton, British Columbia BC America/Vancouver, Manitoba MB America/Winnipeg,
  New Brunswick NB America/Moncton, Newfoundland and Labrador NL America/St_Johns, Newfoundland NF America/St_Johns,
  Northwest Territories NT America/Edmonton, Nova Scotia NS America/Halifax, Nunavut NU America/Iqaluit,
  Ontario ON America/Toronto, Prince Edward Island PE America/Halifax, Quebec QC America/Toronto,
  Saskatchewan SK America/Regina, Yukon YT America/Whitehorse`;

const australian = `New South Wales NSW Australia/Sydney, Victoria VIC Australia/Melbourne,
  Queensland QLD Australia/Brisbane, South Australia SA Australia/Adelaide, Western Australia WAUS Australia/Perth,
  Tasmania TAS Australia/Hobart, Northern Territory NTAUS Australia/Darwin,
  Australian Capital Territory ACT Australia/Sydney`;

const british = `England, ENG, Scotland, SCT, Wales, WLS, Northern Ireland, NIR, United Kingdom, UK, GB, GBR, Great Britain,
  Avon, Bedfordshire, Berkshire, Bristol, Buckinghamshire, Cambridgeshire, Cheshire, City of London, Cleveland, Cornwall,
  County Durham, Cumbria, Derbyshire, Devon, Dorset, Durham, East Riding of Yorkshire, East Sussex, East Yorkshire, Essex,
  Gloucestershire, Greater London, Greater Manchester, Hampshire, Herefordshire, Hertfordshire, Humberside, Isle of Wight,
  Kent, Lancashire, Leicestershire, Lincolnshire, London, Merseyside, Middlesex, Norfolk, North Yorkshire,
  Northamptonshire, Northumberland, Nottinghamshire, Oxfordshire, Rutland, Shropshire, Somerset, South Yorkshire,
  Staffordshire, Suffolk, Surrey, Tyne and Wear, Warwickshire, West Midlands, West Sussex, West Yorkshire, Wiltshire,
  Worcestershire, Yorkshire, Aberdeenshire, Fife, Highland, Lanarkshire, Midlothian, Clwyd, Dyfed, Gwent, Gwynedd, Powys,
  Mid Glamorgan, South Glamorgan, West Glamorgan, Antrim, Armagh, Down, Fermanagh, Londonderry, Tyrone`;

/** Countries of one time zone, by the names that files have for them. */
const countries = `Germany DE Europe/Berlin, Deutschland DE Europe/Berlin, Austria AT Europe/Vienna,
  Switzerland CH Europe/Zurich, France FR Europe/Paris, Italy IT Europe/Rome, Netherlands NLD Europe/Amsterdam,
  Belgium BE Europe/Brussels, Ireland IE Europe/Dublin, Denmark DK Europe/Copenhagen, Sweden SE Europe/Stockholm,
  Norway NO Europe/Oslo, Finland FI Europe/Helsinki, Poland PL Europe/Warsaw, Greece GR Europe/Athens,
  Japan JP Asia/Tokyo, South Korea KR Asia/Seoul, Singapore SG Asia/Singapore, India INDIA Asia/Kolkata,
  Israel ISR Asia/Jerusalem, New Zealand NZ Pacific/Auckland`;
const isoCodes: Readonly<Record<string, string>> = { INDIA: 'IN', ISR: 'IL', NLD: 'NL' };

const german = `Baden Württemberg, Bayern, Bavaria, Berlin, Brandenburg, Bremen, Hamburg, Hessen, Hesse,
  Mecklenburg Vorpommern, Niedersachsen, Lower Saxony, Nordrhein Westfalen, North Rhine Westphalia, Rheinland Pfalz,
  Rhineland Palatinate, Saarland, Sachsen, Saxony, Sachsen Anhalt, Schleswig Holstein, Thüringen, Thuringia`;

const regions: ReadonlyMap<string, Region> = new Map([
  ...listed(british).map((name): [string, Region] => [plain(name), { country: 'GB', zone: 'Europe/London' }]),
  ...listed(german).map((name): [string, Region] => [plain(name), { country: 'DE', zone: 'Europe/Berlin' }]),
  ...listed(countries).flatMap((entry) => named(entry, (code) => isoCodes[code] ?? code)),
  ...listed(canadian).flatMap((entry) => named(entry, () => 'CA')),
  ...listed(australian).flatMap((entry) => named(entry, () => 'AU')),
  ...listed(usStates).flatMap((entry): [string, Region][] => {
    const state = entry.slice(-2);
    const region = { country: 'US', state };
    return [
      [plain(entry.slice(0, -3)), region],
      [plain(state), region],
    ];
  }),
]);

/** `WA` is Washington and `NT` the Northwest Territories, unless the coordinates say Australia. */
const sharedCodes: Readonly<Record<string, string>> = { wa: 'waus', nt: 'ntaus' };

/** What a file's STATE names, in any case and with or without accents and signs. */
export function regionOf(state: string, at: Coordinates | null): Region | null {
  const name = plain(state);
  const isAustralian = at !== null && countryAt(at) === 'AU';
  return regions.get(isAustralian ? (sharedCodes[name] ?? name) : name) ?? null;
}

const postalCodes: readonly [RegExp, string][] = [
  [/^(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i, 'GB'],
  [/^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/i, 'CA'],
];

/** Only some countries' codes are unlike all others. */
export const countryOfPostalCode = (code: string): string | null =>
  postalCodes.find(([pattern]) => pattern.test(code))?.[1] ?? null;

interface Box {
  country: string;
  south: number;
  north: number;
  west: number;
  east: number;
}

/** Boxes that hold nearly nobody of another country. What lies outside of them is not known by its coordinates. */
const boxes: readonly Box[] = [
  { country: 'GB', south: 50, north: 60.9, west: -5.2, east: 1.5 },
  { country: 'AU', south: -43.8, north: -10.6, west: 113, east: 153.7 },
  { country: 'JP', south: 31, north: 45.6, west: 130.9, east: 145.9 },
  { country: 'US', south: 32.8, north: 41.6, west: -124.5, east: -66.9 },
];

export const countryAt = ({ latitude, longitude }: Coordinates): string | null =>
  boxes.find(
    ({ south, north, west, east }) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  )?.country ?? null;

/** The zone of a country that has one, or nearly. */
export const zoneOfCountry: Readonly<Record<string, string>> = { GB: 'Europe/London', JP: 'Asia/Tokyo' };

function listed(text: string): string[] {
  return text.split(',').map((entry) => entry.trim().replace(/\s+/g, ' '));
}

/** `Alberta AB America/Edmonton`: found by its name and by its code. */
function named(entry: string, countryOf: (code: string) => string): [string, Region][] {
  const words = entry.split(' ');
  const zone = words.pop() ?? '';
  const code = words.pop() ?? '';
  const region = { country: countryOf(code), zone };
  return [
    [plain(words.join(' ')), region],
    [plain(code), region],
  ];
}

function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^a-z]+/g, ' ').trim();
}
