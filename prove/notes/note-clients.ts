import { Draws } from '../../server/src/generate/draws.js';
import { newId } from '../../server/src/lib/ids.js';
import type { ClinicalNote } from '../../server/src/notes/notes.types.js';
import { answerOf, type Errand, type Errands } from '../clients/errands.js';
import type { Treated } from '../clients/treatment.js';
import type { Author } from './note-cast.js';

const firstStream = 1_000;
const foreignShare = 0.15;
const revisedShare = 0.2;
const words = [
  'Husten',
  'fièvre',
  '頭痛',
  'no rash',
  'πόνος',
  'RR 120/80',
  'боль',
  'صداع',
  '🤒',
  'l’asthme',
] as const;

/** What somebody was promised is kept. */
export interface Acknowledged {
  readonly noteId: string;
  /** As it was sent last. */
  readonly text: string;
  readonly recordUuid: string;
  readonly patientId: string;
  readonly author: Author;
  /** Everything that was sent about it, the reading included. */
  readonly errands: readonly Errand[];
  /** Its author's reading at once, at another process. */
  readonly read: Errand;
}

/** Doctors who write notes, revise some drafts, read each at once, and now and then name a record that is not theirs. */
export class NoteClients {
  readonly acknowledged: Acknowledged[] = [];
  /** Notes for records that the author does not treat, or for another patient than the record's. */
  readonly foreign: Errand[] = [];
  #begun = 0;

  constructor(
    private readonly authors: readonly Author[],
    private readonly errands: Errands,
    private readonly seed: number,
  ) {}

  /** @param isOver asked before each note, with how many were begun */
  async run(atOnce: number, isOver: (begun: number) => boolean): Promise<void> {
    const worker = async (index: number): Promise<void> => {
      const draws = new Draws(this.seed);
      for (let turn = 0; !isOver(this.#begun); turn++) {
        draws.about(firstStream + index, turn);
        const author = oneOf(draws, this.authors);
        if (draws.chance(foreignShare)) await this.#trespass(draws, author);
        else await this.#write(draws, author);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, index) => worker(index)));
  }

  async #write(draws: Draws, author: Author): Promise<void> {
    this.#begun++;
    const first = draws.below(64);
    const record = oneOf(draws, author.records);
    const isRevised = draws.chance(revisedShare);
    const [text, revision] = [someText(draws), someText(draws)];
    const body = { ...record, kind: 'progress', text, sign: !isRevised };
    const posted = await this.errands.run(
      { who: author.who, method: 'POST', path: '/clinical-notes', body },
      first,
    );
    const note = answerOf<ClinicalNote>(posted);
    if (!note) return;
    const path = `/clinical-notes/${note.id}`;
    const wanted = {
      who: author.who,
      method: 'PUT',
      path,
      body: { text: revision },
      ifMatch: `"${note.version}"`,
    } as const;
    const revised = isRevised ? [await this.errands.run(wanted, first + 1)] : [];
    const isInForce = revised.some((errand) => answerOf(errand) !== null);
    const read = await this.errands.run({ who: author.who, method: 'GET', path }, first + 2);
    const errands = [posted, ...revised, read];
    const sent = isInForce ? revision : text;
    this.acknowledged.push({ ...record, noteId: note.id, text: sent, author, errands, read });
  }

  /** Another author's record; or one's own record with another patient; or a record that does not exist. */
  async #trespass(draws: Draws, author: Author): Promise<void> {
    const others = this.authors.filter((other) => other !== author);
    const theirs = oneOf(draws, oneOf(draws, others).records);
    const own = oneOf(draws, author.records);
    const aim: Treated = draws.one([
      theirs,
      { recordUuid: own.recordUuid, patientId: theirs.patientId },
      { recordUuid: newId(), patientId: own.patientId },
    ]);
    const body = { ...aim, kind: 'progress', text: someText(draws), sign: true };
    const wanted = { who: author.who, method: 'POST', path: '/clinical-notes', body } as const;
    this.foreign.push(await this.errands.run(wanted, draws.below(64)));
  }
}

/** Different each time, in many scripts, from a line to some pages. */
function someText(draws: Draws): string {
  const mark = `Note ${newId()}`;
  const length = draws.chance(0.1) ? draws.between(200, 900) : draws.between(3, 60);
  return [mark, ...Array.from({ length }, () => draws.one(words))].join(draws.one([' ', '\n', ' · ']));
}

function oneOf<T>(draws: Draws, items: readonly T[]): T {
  const item = items[draws.below(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
