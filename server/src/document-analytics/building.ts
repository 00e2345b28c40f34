import { documentAnalytics } from '../../../mongo/collections/document-analytics.js';
import type { DocumentStore } from '../lib/mongo.js';
import type { Db } from '../lib/mysql.js';
import type { CellMerge } from './cell-merge.js';
import { type CurrentFacts, countOf, specialtiesIn } from './current-facts.js';
import { allOf, builtBeside, live, topics } from './kept.types.js';
import type { ObservationSourcesRepository } from './observation-sources.repository.js';
import type { WorkStatesRepository } from './work-states.repository.js';

const observationsAtOnce = 1_000;
const reportEvery = 100;

/** Builds everything from the observations beside what answers come from, and swaps. */
export class Building {
  /** @param merging works on the collections beside */
  constructor(
    private readonly store: DocumentStore,
    private readonly sources: ObservationSourcesRepository,
    private readonly current: CurrentFacts,
    private readonly merging: CellMerge,
    private readonly states: WorkStatesRepository,
  ) {}

  /**
   * The caller keeps events from being taken meanwhile; those of observations that changed after they were read still
   * wait, and are counted next. Each collection is swapped at once; between two of them answers may mix what was and
   * what is.
   * @param requireStill throws when others may take events again: what they counted must not be swapped away
   */
  async build(db: Db, requireStill: () => Promise<void>, report: (line: string) => void): Promise<void> {
    await this.#makeRoom();
    const specialties = await this.#addFacts(db, report);
    for (const topic of topics) await this.#count(topic, report);
    for (const [index, name] of allOf(builtBeside).entries()) {
      await requireStill();
      await this.store.db.renameCollection(name, allOf(live)[index] ?? '', { dropTarget: true });
    }
    await this.states.forgetLeaving();
    await this.states.keepSpecialties(specialties);
  }

  async #makeRoom(): Promise<void> {
    const definitions = new Map(documentAnalytics.map((definition) => [definition.name, definition]));
    for (const [index, name] of allOf(builtBeside).entries()) {
      const definition = definitions.get(allOf(live)[index] ?? '');
      if (!definition) throw new Error(`No definition of what becomes of ${name}.`);
      await this.store.db.collection(name).drop();
      await this.store.db.createCollection(name, { validator: definition.validator });
      await this.store.db.collection(name).createIndexes([...definition.indexes]);
    }
  }

  /** @returns what the doctors of these facts were specialists in when they were read first */
  async #addFacts(db: Db, report: (line: string) => void): Promise<Map<string, string>> {
    const specialties = new Map<string, string>();
    let [seen, added] = [0, 0];
    for (let after: string | null = null, turns = 1; ; turns++) {
      const sources = await this.sources.after(db, after, observationsAtOnce);
      const facts = await this.current.of(sources);
      for (const topic of topics) await this.merging.kept.addFacts(topic, facts[topic]);
      for (const [doctorId, ofDoctor] of specialtiesIn(sources))
        if (!specialties.has(doctorId)) specialties.set(doctorId, ofDoctor);
      seen += sources.length;
      added += countOf(facts);
      after = sources.at(-1)?.id ?? null;
      if (turns % reportEvery === 0) report(`observations: ${seen.toLocaleString('en')} read`);
      if (sources.length < observationsAtOnce) break;
    }
    report(`observations: ${seen.toLocaleString('en')} read, ${added.toLocaleString('en')} counted`);
    return specialties;
  }

  async #count(topic: (typeof topics)[number], report: (line: string) => void): Promise<void> {
    const places = await this.merging.kept.places(topic);
    for (const [month, departments] of places) {
      for (const departmentId of departments) await this.merging.kept.countAll(topic, month, departmentId);
      await this.merging.settle(topic, month, null);
    }
    if (topic === 'symptoms')
      await this.merging.sumUp(new Map([...places.keys()].map((month) => [month, null])));
    report(`${topic}: ${places.size.toLocaleString('en')} months counted`);
  }
}
