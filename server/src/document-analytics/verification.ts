import { isDeepStrictEqual } from 'node:util';
import { peopleAtLeast } from '../analytics/suppression.js';
import type { Difference } from '../events/analytics-consumer.js';
import type { Db } from '../lib/mysql.js';
import type { CellMerge } from './cell-merge.js';
import { type CurrentFacts, emptyFacts } from './current-facts.js';
import { type ObservationSource, topicOf } from './facts.js';
import { type Cell, type Fact, live, type Topic, topics } from './kept.types.js';
import type { ObservationSourcesRepository } from './observation-sources.repository.js';
import type { CountChanges } from './symptom-counts.repository.js';

const observationsAtOnce = 1_000;

/** Compares what is kept with what it follows from: facts with observations, cells with facts, sums with cells. */
export class Verification {
  constructor(
    private readonly sources: ObservationSourcesRepository,
    private readonly current: CurrentFacts,
    private readonly merging: CellMerge,
  ) {}

  /**
   * The caller keeps events from being taken meanwhile; an observation that an event waits for is no difference.
   * @param db reads rows as they are committed when asked for
   */
  async compare(db: Db, report: (line: string) => void): Promise<Difference[]> {
    const differences = await this.#compareFacts(db);
    report(`facts: ${differences.length} differences`);
    for (const topic of topics) {
      const found = await this.#compareCells(topic);
      report(`${live.cells[topic]}: ${found.length} differences`);
      differences.push(...found);
    }
    const found = await this.#compareSums();
    report(`${live.symptomCounts}: ${found.length} differences`);
    return [...differences, ...found];
  }

  async #compareFacts(db: Db): Promise<Difference[]> {
    const differences: Difference[] = [];
    for (let after: string | null = null; ; ) {
      const sources = await this.sources.after(db, after, observationsAtOnce);
      const isLast = sources.length < observationsAtOnce;
      const last = isLast ? null : (sources.at(-1)?.id ?? null);
      for (const topic of topics)
        differences.push(...(await this.#compareRange(db, topic, sources, after, last)));
      if (isLast) return differences;
      after = last;
    }
  }

  async #compareRange(
    db: Db,
    topic: Topic,
    sources: readonly ObservationSource[],
    after: string | null,
    last: string | null,
  ): Promise<Difference[]> {
    const ofTopic = sources.filter(({ kind }) => topicOf(kind) === topic);
    const strays = await this.#strays(topic, ofTopic, after, last);
    const expected = ofTopic.length === 0 ? emptyFacts() : await this.current.of(ofTopic);
    const found = await this.merging.kept.facts(
      topic,
      ofTopic.map(({ id }) => id),
    );
    const [kept, should] = [byId(found), byId(expected[topic])];
    const wrong = ofTopic.filter(({ id }) => !isSameFact(kept.get(id), should.get(id)));
    const awaited = await this.sources.awaited(db, wrong);
    const lastWrong = wrong.filter(({ id }) => !awaited.has(id)).map(({ id }) => id);
    return [
      ...lastWrong.map((id) => ({ where: live.facts[topic], what: `${id} is not what the observation is` })),
      ...strays.map((id) => ({ where: live.facts[topic], what: `${id} is of no observation` })),
    ];
  }

  /** Facts in the range of these observations that are of none of them. */
  async #strays(
    topic: Topic,
    sources: readonly ObservationSource[],
    after: string | null,
    last: string | null,
  ): Promise<string[]> {
    const known = new Set(sources.map(({ id }) => id));
    const strays: string[] = [];
    for (let from = after; ; ) {
      const ids = await this.merging.kept.factIds(topic, from, last, observationsAtOnce);
      strays.push(...ids.filter((id) => !known.has(id)));
      if (ids.length < observationsAtOnce) return strays;
      from = ids.at(-1) ?? null;
    }
  }

  async #compareCells(topic: Topic): Promise<Difference[]> {
    const { kept } = this.merging;
    const differences: Difference[] = [];
    const places = await kept.places(topic);
    for (const month of new Set([...places.keys(), ...(await kept.cellMonths(topic))])) {
      const counted: Cell[] = [];
      for (const departmentId of places.get(month) ?? [])
        counted.push(...(await kept.countedCells(topic, month, departmentId)));
      const { cells, changes } = await this.merging.decide(topic, month, null);
      const [is, should] = [byId<Cell>(cells), byId(counted)];
      const keys = [...new Set([...is.keys(), ...should.keys()])];
      const wrong = keys.filter((key) => !isSameCell(is.get(key), should.get(key)));
      const where = live.cells[topic];
      differences.push(...named(where, month, 'cells do not count their facts', wrong.length));
      differences.push(...named(where, month, 'cells are shown otherwise than they may be', changes.length));
    }
    return differences;
  }

  async #compareSums(): Promise<Difference[]> {
    const { kept, counts } = this.merging;
    const months = new Set([...(await kept.cellMonths('symptoms')), ...(await counts.periods('month'))]);
    const differences: Difference[] = [];
    const compare = (period: string, { gone, changed }: CountChanges) =>
      differences.push(
        ...named(live.symptomCounts, period, 'counts are wrong', gone.length + changed.length),
      );
    for (const period of months) {
      const { cells, levels } = await this.merging.decide('symptoms', period, null);
      compare(period, await counts.changesOfMonth({ grain: 'month', period, symptoms: null }, cells, levels));
    }
    const years = new Set([
      ...[...months].map((month) => month.slice(0, 4)),
      ...(await counts.periods('year')),
    ]);
    for (const period of years)
      compare(period, await counts.changesOfSum({ grain: 'year', period, symptoms: null }));
    compare('ever', await counts.changesOfSum({ grain: 'ever', period: 'ever', symptoms: null }));
    return differences;
  }
}

const byId = <D extends { _id: unknown }>(documents: readonly D[]): Map<string, D> =>
  new Map(documents.map((document) => [String(document._id), document]));

/** By their text: what MongoDB gives back has the same fields in the same order, or it was written otherwise. */
const isSameFact = (kept: Fact | undefined, should: Fact | undefined): boolean =>
  JSON.stringify(kept) === JSON.stringify(should);

const counted = ({
  people,
  isLarge = people.length >= peopleAtLeast,
  shown: _shown,
  sum: _sum,
  ...rest
}: Cell) => ({
  ...rest,
  departmentId: String(rest.departmentId),
  people: isLarge ? peopleAtLeast : people.length,
});

/** Which people a cell keeps is left to chance where there are many; sums of decimals depend on their order. */
function isSameCell(kept: Cell | undefined, should: Cell | undefined): boolean {
  if (!kept || !should) return kept === should;
  const [sum, shouldBe] = [Number(kept.sum ?? 0), Number(should.sum ?? 0)];
  const isSameSum = Math.abs(sum - shouldBe) <= 1e-9 * Math.max(1, Math.abs(sum), Math.abs(shouldBe));
  return isSameSum && isDeepStrictEqual(counted(kept), counted(should));
}

const named = (where: string, period: string, what: string, count: number): Difference[] =>
  count === 0 ? [] : [{ where, what: `${period}: ${count} ${what}` }];
