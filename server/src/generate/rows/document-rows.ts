import type { Db as MongoDb } from 'mongodb';
import type { NotesService } from '../../notes/notes.service.js';
import type { ObservationsService } from '../../observations/observations.service.js';
import type { Generation } from '../generation.js';
import type { BulkLink } from './bulk-link.js';
import { KeptDocuments } from './kept-documents.js';
import { NoteRows } from './note-rows.js';
import { ObservationRows } from './observation-rows.js';

export interface DocumentMakers {
  notes: NotesService;
  observations: ObservationsService;
  mongo: MongoDb;
}

/** Notes and observations, spread evenly over the visits that took place. */
export async function writeDocuments(
  generation: Generation,
  link: BulkLink,
  makers: DocumentMakers,
): Promise<void> {
  const documents = new KeptDocuments(generation, link, makers.mongo);
  const notes = new NoteRows(generation, link, makers.notes, documents);
  const observations = new ObservationRows(generation, link, makers.observations, documents);
  const flush = async () => {
    await notes.flushRows();
    await observations.flushRows();
    await documents.flush();
    await notes.flushChanges();
    await observations.flushChanges();
  };
  const { visits, records, settings } = generation.plan;
  for (let visit = 0, rank = 0; visit < visits.count; visit++) {
    if (!visits.hasRecord(visit)) continue;
    if (isOneOf(rank, settings.notes, records)) notes.add(visit);
    if (isOneOf(rank, settings.observations, records)) observations.add(visit);
    rank++;
    if (documents.isDue()) await flush();
  }
  await flush();
}

/** `wanted` of `all` ranks, at even distances. */
const isOneOf = (rank: number, wanted: number, all: number): boolean =>
  Math.floor(((rank + 1) * wanted) / all) > Math.floor((rank * wanted) / all);
