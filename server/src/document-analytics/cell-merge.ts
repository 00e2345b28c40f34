import type { Subject } from './facts.js';
import type { CellOf, KeptRepository } from './kept.repository.js';
import type { Cell, Topic } from './kept.types.js';
import { pathOf, shownLevels } from './shown-levels.js';
import type { SymptomCountsRepository } from './symptom-counts.repository.js';

/** A cell of which less or more is to be shown than is noted. */
export interface ShownChange {
  key: string;
  was: number;
  shown: number;
}

/** What may be shown of whole trees of cells. */
export interface Decided<T extends Topic> {
  cells: CellOf<T>[];
  levels: Map<string, number>;
  changes: ShownChange[];
}

/** Names of symptoms or vitals, by month; null: all of them. */
export type Subjects = Map<string, ReadonlySet<string> | null>;

/**
 * Brings cells, what may be shown of them, and the sums of that in line with the facts. Repeatable at any point: each
 * step only makes one thing equal to what it follows from.
 */
export class CellMerge {
  constructor(
    readonly kept: KeptRepository,
    readonly counts: SymptomCountsRepository,
  ) {}

  /** Counts cells again, and all that hangs on them. @param touched by their keys */
  async merge(topic: Topic, touched: ReadonlyMap<string, Subject>): Promise<void> {
    if (touched.size === 0) return;
    await this.kept.recount(topic, [...touched.keys()]);
    const subjects = subjectsOf(touched.values());
    for (const [month, names] of subjects) await this.settle(topic, month, names);
    if (topic === 'symptoms') await this.sumUp(subjects);
  }

  /** Decides what may be shown of a month, and counts what is. */
  async settle(topic: Topic, month: string, names: ReadonlySet<string> | null): Promise<void> {
    if (topic === 'vitals') {
      const { changes } = await this.decide('vitals', month, names);
      return this.kept.setShown(topic, changes);
    }
    const { cells, levels, changes } = await this.decide('symptoms', month, names);
    const of = { grain: 'month', period: month, symptoms: names && [...names] } as const;
    await this.kept.setShown(topic, changes);
    await this.counts.carryOut(await this.counts.changesOfMonth(of, cells, levels));
  }

  /** What may be shown of a month by its cells, and where something else is noted. */
  async decide<T extends Topic>(
    topic: T,
    month: string,
    names: ReadonlySet<string> | null,
  ): Promise<Decided<T>> {
    const cells = await this.kept.cells(topic, month, names && [...names]);
    const levels = shownLevels(cells, pathOf[topic]);
    const changes = cells.flatMap(({ _id: key, shown: was = -1 }: Cell) => {
      const shown = levels.get(key) ?? 0;
      return shown === was ? [] : [{ key, was, shown }];
    });
    return { cells, levels, changes };
  }

  /** Sums up the years that these months are in, and all years. */
  async sumUp(subjects: Subjects): Promise<void> {
    const ofYears: Subjects = new Map();
    for (const [month, names] of subjects) include(ofYears, month.slice(0, 4), names);
    const ever: Subjects = new Map();
    for (const [year, names] of ofYears) {
      const of = { grain: 'year', period: year, symptoms: names && [...names] } as const;
      await this.counts.carryOut(await this.counts.changesOfSum(of));
      include(ever, 'ever', names);
    }
    for (const [period, names] of ever) {
      const of = { grain: 'ever', period, symptoms: names && [...names] } as const;
      await this.counts.carryOut(await this.counts.changesOfSum(of));
    }
  }
}

function subjectsOf(touched: Iterable<Subject>): Subjects {
  const names = new Map<string, Set<string>>();
  for (const { month, name } of touched) {
    const ofMonth = names.get(month);
    if (ofMonth) ofMonth.add(name);
    else names.set(month, new Set([name]));
  }
  return names;
}

function include(subjects: Subjects, period: string, names: ReadonlySet<string> | null): void {
  const known = subjects.get(period);
  if (known === undefined) subjects.set(period, names);
  else subjects.set(period, names && known ? new Set([...known, ...names]) : null);
}
