/** A record that its doctor writes notes in. */
export interface NotePlace {
  recordUuid: string;
  patientId: string;
  doctorId: string;
  userId: string;
  token: string;
}

export type NotePlan = NotePlace[];

const sentence =
  'Cough for three days, no fever, lungs clear on both sides; to return if breathing gets harder. ';

/** Two thousand characters, as a note of a short visit has. */
export const noteText = (number: number): string => `Note ${number}. ${sentence.repeat(21)}`.slice(0, 2_000);
