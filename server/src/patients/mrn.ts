import { randomInt } from 'node:crypto';

const digits = 8;

/** A random medical record number: `MW`, eight digits, and their Luhn check digit (ISO/IEC 7812-1, annex B). */
export function newMrn(): string {
  return mrnOf(randomInt(10 ** digits));
}

/** The medical record number with this body, a whole number of at most eight digits. */
export function mrnOf(body: number): string {
  const text = String(body).padStart(digits, '0');
  return `MW${text}${luhnDigit(text)}`;
}

/** True for a number whose check digit fits: a mistyped digit or two swapped neighbours are no MRN. */
export function isMrn(text: string): boolean {
  const [, body, check] = /^MW(\d{8})(\d)$/.exec(text) ?? [];
  return body !== undefined && check === luhnDigit(body);
}

function luhnDigit(body: string): string {
  let sum = 0;
  for (const [index, digit] of [...body].reverse().entries()) {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return String((10 - (sum % 10)) % 10);
}
