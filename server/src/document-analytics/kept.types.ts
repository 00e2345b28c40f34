import type { Document, UUID } from 'mongodb';

/** What is kept of two kinds of observations: the same in both are facts, cells, and what of them may be shown. */
export type Topic = 'symptoms' | 'vitals';
export const topics: readonly Topic[] = ['symptoms', 'vitals'];

/** A symptom that an observation names. */
export interface SymptomFinding {
  /** The key of the cell that counts it. */
  cell: string;
  symptom: string;
}

/** A value that an observation has. */
export interface VitalFinding {
  cell: string;
  code: string | null;
  name: string;
  unit: string;
  value: number;
}

/** An observation that stands, with all that it is counted by. */
export interface Fact extends Document {
  _id: UUID;
  /** The calendar date where the doctor works. */
  day: string;
  month: string;
  departmentId: UUID;
  doctorId: UUID;
  patientId: UUID;
  ageBand: string;
  /** The ids of what the doctor is a specialist in, sorted, with commas; empty when nothing. */
  specialties: string;
  findings: SymptomFinding[] | VitalFinding[];
}

/** One of the disjoint groups that findings are counted in. */
export interface Cell extends Document {
  _id: string;
  month: string;
  departmentId: UUID;
  observations: number;
  /** Different people; no more of them than matter. */
  people: UUID[];
  /** There are so many people that they were not read. */
  isLarge?: boolean;
  /** How many levels of its place in the tree may be shown; absent while nobody has decided. */
  shown?: number;
}

export interface SymptomCell extends Cell {
  specialties: string;
  ageBand: string;
  symptom: string;
}

export interface VitalCell extends Cell {
  day: string;
  code: string | null;
  name: string;
  unit: string;
  sum: number;
}

/** Which part of the clinic a count is about; null: all of it. */
export interface Slice {
  departmentId: string | null;
  ageBand: string | null;
  specialties: string | null;
}

export type Grain = 'month' | 'year' | 'ever';

/** How often a symptom was named, as far as it may be shown. */
export interface SymptomCount extends Document {
  _id: string;
  grain: Grain;
  /** Null for ever. */
  year: string | null;
  /** `YYYY-MM`, `YYYY` or `ever`. */
  period: string;
  symptom: string;
  departmentId: UUID | null;
  ageBand: string | null;
  specialties: string | null;
  observations: number;
}

/** The collections of one set: those that answers come from, or those that are being built beside them. */
export interface KeptNames {
  facts: Record<Topic, string>;
  cells: Record<Topic, string>;
  symptomCounts: string;
}

const namesWith = (suffix: string): KeptNames => ({
  facts: { symptoms: `symptom_facts${suffix}`, vitals: `vital_facts${suffix}` },
  cells: { symptoms: `symptom_cells${suffix}`, vitals: `vital_cells${suffix}` },
  symptomCounts: `symptom_counts${suffix}`,
});

export const live: KeptNames = namesWith('');
export const builtBeside: KeptNames = namesWith('_rebuilt');

export const allOf = ({ facts, cells, symptomCounts }: KeptNames): string[] => [
  facts.symptoms,
  facts.vitals,
  cells.symptoms,
  cells.vitals,
  symptomCounts,
];
