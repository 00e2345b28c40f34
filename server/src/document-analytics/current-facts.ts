import type { JsonObject } from '../documents/canonical-json.js';
import type { DocumentsService } from '../documents/documents.service.js';
import { AppError } from '../lib/errors.js';
import { factOf, type ObservationSource, topicOf } from './facts.js';
import { type Fact, type Topic, topics } from './kept.types.js';

/** The facts that follow from observations as they are now. */
export type FactsByTopic = Record<Topic, Fact[]>;

/** Makes facts of observations: from MySQL who and when, from their documents what. */
export class CurrentFacts {
  constructor(private readonly documents: DocumentsService) {}

  /**
   * What is withdrawn has no fact, nor has a document that no store can show unaltered: the clinic was told.
   * @throws AppError `mongo_unavailable`
   */
  async of(sources: readonly ObservationSource[]): Promise<FactsByTopic> {
    const standing = sources.filter(({ isFinal, kind }) => isFinal && topicOf(kind) !== null);
    const contents = await this.#contents(standing);
    const facts: FactsByTopic = { symptoms: [], vitals: [] };
    for (const source of standing) {
      const [topic, content] = [topicOf(source.kind), contents.get(source.id)];
      if (topic && content) facts[topic].push(factOf(source, content));
    }
    return facts;
  }

  async #contents(sources: readonly ObservationSource[]): Promise<Map<string, JsonObject>> {
    if (sources.length === 0) return new Map();
    try {
      return await this.documents.many('observations', sources.map(refOf));
    } catch (error) {
      if (!isLost(error)) throw error;
    }
    const contents = new Map<string, JsonObject>();
    for (const source of sources) {
      const content = await this.#maybeContent(source);
      if (content) contents.set(source.id, content);
    }
    return contents;
  }

  async #maybeContent(source: ObservationSource): Promise<JsonObject | null> {
    try {
      return await this.documents.one(refOf(source));
    } catch (error) {
      if (!isLost(error)) throw error;
      return null;
    }
  }
}

export const emptyFacts = (): FactsByTopic => ({ symptoms: [], vitals: [] });

/** What the doctors of these observations are specialists in. */
export function specialtiesIn(sources: readonly ObservationSource[]): Map<string, string> {
  return new Map(sources.map(({ doctorId, specialties }) => [doctorId, specialties]));
}

export const countOf = (facts: FactsByTopic): number =>
  topics.reduce((sum, topic) => sum + facts[topic].length, 0);

const refOf = ({ id, sha256 }: ObservationSource) => ({
  documentId: id,
  collection: 'observations' as const,
  sha256,
});

const isLost = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'document_unavailable';
