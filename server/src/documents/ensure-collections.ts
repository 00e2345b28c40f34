import { isDeepStrictEqual } from 'node:util';
import { MongoServerError } from 'mongodb';
import type { Logger } from 'pino';
import { clinicalNotes } from '../../../mongo/collections/clinical-notes.js';
import type { CollectionDefinition } from '../../../mongo/collections/collection.js';
import { observations } from '../../../mongo/collections/observations.js';
import type { DocumentStore } from '../lib/mongo.js';

/** The collections that clinical documents are kept in. */
const clinicalDocuments: readonly CollectionDefinition[] = [clinicalNotes, observations];
const commandNotFound = 59;
const namespaceExists = 48;

/** Creates the collections, and brings the validators and indexes of existing ones up to date. Repeatable. */
export class EnsureCollections {
  constructor(
    private readonly store: DocumentStore,
    private readonly log: Logger,
    private readonly definitions = clinicalDocuments,
  ) {}

  async ensure(): Promise<void> {
    for (const definition of this.definitions) await this.#ensureOne(definition);
  }

  async #ensureOne(definition: CollectionDefinition): Promise<void> {
    const { name, validator, indexes } = definition;
    const [existing] = await this.store.db
      .listCollections({ name: { $eq: name } }, { nameOnly: false })
      .toArray();
    if (!existing) await this.#create(name, validator);
    else if (!isDeepStrictEqual(existing.options?.validator, validator))
      await this.#replaceValidator(definition);
    await this.#index(name, indexes);
  }

  /** MongoDB refuses an empty list. */
  async #index(name: string, indexes: CollectionDefinition['indexes']): Promise<void> {
    if (indexes.length > 0) await this.store.db.collection(name).createIndexes([...indexes]);
  }

  /** Another process may be creating it as well; both mean the same collection. */
  async #create(name: string, validator: object): Promise<void> {
    try {
      await this.store.db.createCollection(name, {
        validator,
        validationLevel: 'strict',
        validationAction: 'error',
      });
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== namespaceExists) throw error;
    }
  }

  async #replaceValidator(definition: CollectionDefinition): Promise<void> {
    const { name, validator } = definition;
    this.log.info({ collection: name }, 'Updating the validator of a collection');
    try {
      await this.store.db.command({
        collMod: name,
        validator,
        validationLevel: 'strict',
        validationAction: 'error',
      });
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== commandNotFound) throw error;
      await this.#rebuild(definition);
    }
  }

  /**
   * The embedded engine has no collMod: a copy with the new validator takes the old one's name. A document that arrives
   * in between is still in MySQL, is found missing at its read-back, and delivered again.
   */
  async #rebuild({ name, validator, indexes }: CollectionDefinition): Promise<void> {
    const { db } = this.store;
    const copyName = `${name}_rebuilt`;
    await db.collection(copyName).drop();
    await this.#create(copyName, validator);
    await this.#index(copyName, indexes);
    await db
      .collection(name)
      .aggregate([{ $merge: { into: copyName } }])
      .toArray();
    const [before, after] = await Promise.all(
      [name, copyName].map((each) => db.collection(each).countDocuments({})),
    );
    if (before !== after) throw new Error(`${name} changed while it was rebuilt; it is tried again.`);
    await db.renameCollection(copyName, name, { dropTarget: true });
  }
}
