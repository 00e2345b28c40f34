import type { PostalAddress } from '../../patients/patients.types.js';
import type { CsvRow } from '../csv-rows.js';
import { countryAt, countryOfPostalCode, regionOf, zoneOfCountry } from './regions.js';
import { joined, singleSpaced } from './source-text.js';
import { type Coordinates, stateZones } from './us-zones.js';

/** Where a row of a file is, as far as it says so. */
export interface Place {
  line: string;
  city: string;
  region: string;
  postalCode: string;
  at: Coordinates | null;
  /** ISO 3166-1 alpha-2; `null` where nothing of the row tells it. */
  country: string | null;
}

/** A time zone and what it was concluded from. */
export interface GuessedZone {
  zone: string;
  why: string;
}

export const placeColumns = ['ADDRESS', 'CITY', 'STATE', 'ZIP', 'LAT', 'LON'] as const;

/** Shown where the file has no telephone number. */
const noPhone = 'not known';
/** Nobody sees a wrong hour in it by accident: it is nobody's. */
const zoneOfNowhere = 'UTC';

export function placeOf(row: CsvRow): Place {
  const place = {
    line: singleSpaced(row('ADDRESS')),
    city: singleSpaced(row('CITY')),
    region: singleSpaced(row('STATE')),
    at: coordinatesOf(row),
  };
  const zip = singleSpaced(row('ZIP'));
  const country = countryOf(place.region, zip, place.at);
  return { ...place, country, postalCode: postalCodeOf(zip, country) };
}

/** By the postal code where it is unlike all others, else by the state, else by the coordinates. */
function countryOf(region: string, zip: string, at: Coordinates | null): string | null {
  return countryOfPostalCode(zip) ?? regionOf(region, at)?.country ?? (at ? countryAt(at) : null);
}

/** The zone of a place, and why it is this one. */
export function zoneOf({ region, country, at }: Place): GuessedZone {
  const named = regionOf(region, at);
  if (named?.country === country && named.state !== undefined) return zoneOfState(named.state, at);
  if (named?.country === country && named.zone !== undefined)
    return { zone: named.zone, why: `of ${region}` };
  const zone = country === null ? undefined : zoneOfCountry[country];
  if (zone !== undefined) return { zone, why: `of the country ${country}` };
  return { zone: zoneOfNowhere, why: 'for nothing tells where they are: --zone says it' };
}

function zoneOfState(state: string, at: Coordinates | null): GuessedZone {
  const { zone, part } = stateZones[state] ?? { zone: zoneOfNowhere };
  if (!part) return { zone, why: `of the state ${state}` };
  if (!at) return { zone, why: `of most people of the state ${state}, which has two` };
  return part.isThere(at)
    ? { zone: part.zone, why: `of a part of the state ${state}, by coordinates` }
    : { zone, why: `of the state ${state}, by coordinates` };
}

function coordinatesOf(row: CsvRow): Coordinates | null {
  const [latitude, longitude] = [row('LAT'), row('LON')].map((text) =>
    text === '' ? Number.NaN : Number(text),
  ) as [number, number];
  const isPlace =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return isPlace ? { latitude, longitude } : null;
}

/** ZIP codes come with and without the four further digits, without leading zeros, and as zeros where nobody knows. */
function postalCodeOf(zip: string, country: string | null): string {
  if (/^0*$/.test(zip)) return '';
  if (country !== 'US') return zip;
  const [, first = '', rest = ''] = /^(\d{3,5})(?:-?(\d{4}))?$/.exec(zip) ?? [];
  if (/^\d{9}$/.test(zip)) return `${zip.slice(0, 5)}-${zip.slice(5)}`;
  if (first === '') return zip;
  return rest === '' ? first.padStart(5, '0') : `${first.padStart(5, '0')}-${rest}`;
}

/** Street, city, state and postal code in one line; empty where the file has none of them. */
export const addressLine = ({ line, city, region, postalCode }: Place): string =>
  joined([line, city, joined([region, postalCode], ' ')], ', ');

/** `null` without street or city. */
export function postalAddress({ line, city, region, postalCode, country }: Place): PostalAddress | null {
  if (line === '' || city === '') return null;
  return {
    line,
    city,
    ...(region !== '' && { region }),
    ...(postalCode !== '' && { postalCode }),
    ...(country !== null && { country }),
  };
}

/** A number of North America in its international form; any other as it stands. */
export function phoneNumber(text: string, country: string | null): string {
  const digits = text.replace(/\D/g, '');
  const isNorthAmerican = (country === 'US' || country === 'CA') && digits.length === 10;
  if (isNorthAmerican) return `+1 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
  return text.trim().length < 3 ? noPhone : text;
}
