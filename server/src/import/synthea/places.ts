import type { PostalAddress } from '../../patients/patients.types.js';
import type { CsvRow } from '../csv-rows.js';
import { cut, joined, singleSpaced } from './source-text.js';

/** Shown where the file has no telephone number. */
const noPhone = 'not known';

/** ZIP codes come with and without the four further digits, and as zeros where Synthea does not know them. */
function zipCode(zip: string): string {
  if (/^0*$/.test(zip)) return '';
  return /^\d{9}$/.test(zip) ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip;
}

/** Street, city, state and ZIP code in one line. @returns an empty text where the file has none of them */
export function addressLine(row: CsvRow): string {
  const stateAndZip = joined([row('STATE'), zipCode(row('ZIP'))], ' ');
  return joined([row('ADDRESS'), row('CITY'), stateAndZip], ', ');
}

/** `null` without street or city. */
export function postalAddress(row: CsvRow): PostalAddress | null {
  const [line, city] = [singleSpaced(row('ADDRESS')), singleSpaced(row('CITY'))];
  if (line === '' || city === '') return null;
  const [region, postalCode] = [singleSpaced(row('STATE')), zipCode(row('ZIP'))];
  return {
    line: cut(line, 200),
    city: cut(city, 100),
    ...(region !== '' && { region: cut(region, 100) }),
    ...(postalCode !== '' && { postalCode: cut(postalCode, 20) }),
    country: 'US',
  };
}

/** A number of the United States in its international form; any other as it stands. */
export function phoneNumber(text: string): string {
  const digits = text.replace(/\D/g, '');
  if (digits.length === 10) return `+1 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
  return text.length < 3 ? noPhone : cut(text, 40);
}
