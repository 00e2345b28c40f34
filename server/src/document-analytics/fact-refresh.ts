import type { Db } from '../lib/mysql.js';
import type { CellMerge } from './cell-merge.js';
import { type CurrentFacts, specialtiesIn } from './current-facts.js';
import { cellsCounting } from './facts.js';
import { type Fact, type Topic, topics } from './kept.types.js';
import type { ObservationSourcesRepository } from './observation-sources.repository.js';
import type { WorkStatesRepository } from './work-states.repository.js';

const observationsAtOnce = 500;

/** Looks at observations again, and brings everything that follows from them in line with what they are now. */
export class FactRefresh {
  constructor(
    private readonly sources: ObservationSourcesRepository,
    private readonly current: CurrentFacts,
    private readonly merging: CellMerge,
    private readonly states: WorkStatesRepository,
  ) {}

  /**
   * Repeatable, also after having been cut short at any point. The caller sees to it that nobody else does it.
   * @throws AppError `mongo_unavailable`
   */
  async refresh(db: Db, observationIds: Iterable<string>): Promise<void> {
    const ids = [...new Set(observationIds)];
    for (let start = 0; start < ids.length; start += observationsAtOnce)
      await this.#refresh(db, ids.slice(start, start + observationsAtOnce));
  }

  async #refresh(db: Db, ids: readonly string[]): Promise<void> {
    const sources = await this.sources.byIds(db, ids);
    await this.states.addSpecialties(specialtiesIn(sources));
    const facts = await this.current.of(sources);
    for (const topic of topics) await this.#replace(topic, ids, facts[topic]);
  }

  async #replace(topic: Topic, ids: readonly string[], facts: readonly Fact[]): Promise<void> {
    const { kept } = this.merging;
    const before = await kept.facts(topic, ids);
    const cells = cellsCounting(facts);
    const leaving = [...cellsCounting(before)].filter(([key]) => !cells.has(key));
    if (leaving.length > 0) await this.states.noteLeaving(topic, new Map(leaving));
    const standing = new Set(facts.map(({ _id }) => String(_id)));
    await kept.putFacts(topic, facts);
    await kept.dropFacts(
      topic,
      before.map(({ _id }) => String(_id)).filter((id) => !standing.has(id)),
    );
    const left = await this.states.leaving(topic);
    await this.merging.merge(topic, new Map([...cells, ...left]));
    if (left.size > 0) await this.states.forgetLeaving(topic);
  }
}
