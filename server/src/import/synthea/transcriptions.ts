import { sha256 } from '../../lib/ids.js';
import type { CsvColumns } from '../csv-head.js';
import { csvRows } from '../csv-rows.js';
import type { SourceVisit } from './visits.js';

export const transcriptionColumns: CsvColumns = { required: ['MEDICAL_SPECIALTY', 'TRANSCRIPTION'] };

const longestText = 100_000;
/** A specialty with fewer texts than this would put the same words into hundreds of notes. */
const fewestTexts = 5;

/** Which of the file's specialties suit an encounter, by the words of its description and reason; the first rule decides. */
const rules: readonly { words: RegExp; specialties: readonly string[] }[] = [
  { words: /hospice|palliative/, specialties: ['Hospice - Palliative Care', 'Discharge Summary'] },
  { words: /kidney|renal|dialysis/, specialties: ['Nephrology', 'Urology'] },
  { words: /urin|bladder|cystitis|prostat|steriliz|contracepti/, specialties: ['Urology'] },
  { words: /pregnan|prenatal|postnatal|obstetric|miscarriage/, specialties: ['Obstetrics / Gynecology'] },
  {
    words: /asthma|bronch|pneumon|emphysema|pulmon|heart|cardi|coronar|aort|hypertens|infarct/,
    specialties: ['Cardiovascular / Pulmonary'],
  },
  { words: /allerg/, specialties: ['Allergy / Immunology'] },
  { words: /molar|dental|tooth|teeth|gingiv/, specialties: ['Dentistry'] },
  { words: /seizure|migraine|concussion|alzheimer|stroke|brain/, specialties: ['Neurology'] },
  { words: /obes|bariatric|bmi/, specialties: ['Bariatrics'] },
  { words: /fracture|sprain|osteoarthr|knee|hip|orthop/, specialties: ['Orthopedic', 'Surgery'] },
  {
    words: /surg|operat|transplant|append|colon|neoplasm|laceration|burn|procedure for|outpatient procedure/,
    specialties: ['Surgery'],
  },
  {
    words: /attention deficit|drug|sleep|rehabilitation/,
    specialties: ['Psychiatry / Psychology', 'Sleep Medicine'],
  },
  { words: /well child|immunity|otitis/, specialties: ['Pediatrics - Neonatal', 'General Medicine'] },
  { words: /emergency|urgent/, specialties: ['Emergency Room Reports', 'General Medicine'] },
];
const otherwise = [
  'General Medicine',
  'Consult - History and Phy.',
  'Office Notes',
  'SOAP / Chart / Progress Notes',
];

/** Medical transcriptions by specialty, in the columns of MTSamples. */
export class Transcriptions {
  readonly #bySpecialty = new Map<string, string[]>();
  readonly #all: string[] = [];
  unusable = 0;

  static async read(path: string): Promise<Transcriptions> {
    const texts = new Transcriptions();
    for await (const row of csvRows(path, transcriptionColumns, () => texts.unusable++)) {
      const text = row('transcription');
      if (text === '' || text.length > longestText || !text.isWellFormed()) texts.unusable++;
      else texts.#add(row('medical_specialty'), text);
    }
    return texts;
  }

  get count(): number {
    return this.#all.length;
  }

  /** The same text for the same encounter in every run, of a fitting specialty where the file has enough of it. */
  drawnFor(visit: SourceVisit): { text: string; isFitting: boolean } {
    const fitting = this.#fitting(visit);
    const isFitting = fitting.length >= fewestTexts;
    const pool = isFitting ? fitting : this.#all;
    const drawn = sha256(`note ${visit.externalId}`).readUInt32BE() % pool.length;
    return { text: pool[drawn] ?? '', isFitting };
  }

  #fitting({ description, reason }: SourceVisit): string[] {
    const about = `${reason} ${description}`.toLowerCase();
    const specialties = rules.find(({ words }) => words.test(about))?.specialties ?? otherwise;
    return specialties.flatMap((specialty) => this.#bySpecialty.get(specialty) ?? []);
  }

  #add(specialty: string, text: string): void {
    const texts = this.#bySpecialty.get(specialty) ?? [];
    this.#bySpecialty.set(specialty, [...texts, text]);
    this.#all.push(text);
  }
}
