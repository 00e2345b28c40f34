import type { AppointmentsService } from '../appointments/appointments.service.js';
import { DeliveryMarks } from '../documents/delivery-marks.js';
import { DeliveryRelay } from '../documents/delivery-relay.js';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { DocumentsService } from '../documents/documents.service.js';
import { deliveryTimes } from '../documents/documents.types.js';
import { EnsureCollections } from '../documents/ensure-collections.js';
import { OutboxRepository } from '../documents/outbox.repository.js';
import { Reconciler } from '../documents/reconciler.js';
import { RefusalsRepository } from '../documents/refusals.repository.js';
import { RestartWatch } from '../documents/restart-watch.js';
import { Vault } from '../lib/secrets.js';
import { NoteReadingService } from '../notes/note-reading.service.js';
import { NoteSearchRepository } from '../notes/note-search.repository.js';
import { NotesController } from '../notes/notes.controller.js';
import { NotesRepository } from '../notes/notes.repository.js';
import { NotesService } from '../notes/notes.service.js';
import { ObservationsController } from '../observations/observations.controller.js';
import { ObservationsRepository } from '../observations/observations.repository.js';
import { ObservationsService } from '../observations/observations.service.js';
import { DiagnosesRepository } from '../records/diagnoses.repository.js';
import { DiagnosesService } from '../records/diagnoses.service.js';
import { RecordsController } from '../records/records.controller.js';
import { RecordsRepository } from '../records/records.repository.js';
import { RecordsService } from '../records/records.service.js';
import type { ControllerEntries, Foundation } from './foundation.js';

/** Medical records, and the notes and observations on them. */
export function composeClinical(foundation: Foundation, appointments: AppointmentsService) {
  const { db, documentStore, writes, events, cursors } = foundation;
  const { documents, relay, reconciler } = composeDocuments(foundation);
  const diagnosisRows = new DiagnosesRepository(db);
  const records = new RecordsService(
    new RecordsRepository(db),
    diagnosisRows,
    appointments,
    writes,
    events,
    cursors,
  );
  const diagnoses = new DiagnosesService(diagnosisRows, records, writes, events);
  const noteRows = new NotesRepository(db);
  const notes = new NotesService(noteRows, records, documents, writes, events);
  const noteReading = new NoteReadingService(
    noteRows,
    new NoteSearchRepository(db, documentStore),
    documents,
    cursors,
  );
  const observationRows = new ObservationsRepository(db);
  const observations = new ObservationsService(observationRows, records, documents, writes, events, cursors);
  return {
    services: { records, diagnoses, notes, observations, documents, reconciler },
    workers: [relay],
    controllers: [
      [RecordsController, new RecordsController(records, diagnoses)],
      [NotesController, new NotesController(notes, noteReading)],
      [ObservationsController, new ObservationsController(observations)],
    ] satisfies ControllerEntries,
  };
}

/** The way of documents to MongoDB: what requests use, and the worker behind them. */
function composeDocuments({ config, db, documentStore: store, metrics, log }: Foundation) {
  const vault = new Vault(config.secret);
  const outbox = new OutboxRepository(db, deliveryTimes);
  const documentRows = new DocumentsRepository(store);
  const marks = new DeliveryMarks(outbox, log);
  const options = { vault, times: deliveryTimes, metrics, log };
  const documents = new DocumentsService(outbox, documentRows, marks, options);
  const reconciler = new Reconciler(outbox, documentRows, metrics, log);
  const [collections, restarts] = [new EnsureCollections(store, log), new RestartWatch(store)];
  const refusals = new RefusalsRepository(db, deliveryTimes);
  const parts = {
    outbox,
    refusals,
    documents: documentRows,
    marks,
    collections,
    restarts,
    reconciler,
    vault,
  };
  return { documents, reconciler, relay: new DeliveryRelay(parts, deliveryTimes, metrics, log) };
}
