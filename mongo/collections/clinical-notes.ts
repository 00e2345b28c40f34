import { type CollectionDefinition, documentProperties, documentRequired } from './collection.js';

/** One document per version of a note, never rewritten. `_id` is MySQL's `note_versions.document_id`. */
export const clinicalNotes: CollectionDefinition = {
  name: 'clinical_notes',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      additionalProperties: false,
      required: [...documentRequired, 'noteId', 'version', 'kind', 'addendumTo', 'text'],
      properties: {
        ...documentProperties,
        noteId: { bsonType: 'binData' },
        version: { bsonType: 'int', minimum: 1 },
        kind: { enum: ['progress', 'nursing', 'consultation', 'discharge', 'procedure', 'addendum'] },
        addendumTo: { bsonType: ['binData', 'null'] },
        text: { bsonType: 'string', minLength: 1, maxLength: 100_000, pattern: '\\S' },
      },
    },
  },
  indexes: [
    // Without a language: notes come in several, and a stemmer for the wrong one hides words.
    { key: { text: 'text' }, name: 'text', default_language: 'none', language_override: 'searchLanguage' },
    { key: { patientId: 1, createdAt: -1 }, name: 'patient_created' },
  ],
};
