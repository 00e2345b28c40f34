import { refName, type Schema, type Spec } from './spec.js';
import { banner, docOf, key, pascal } from './text.js';

export interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly doc?: string | undefined;
}

/** Turns schemas into TypeScript and remembers which named ones are needed, so that no other is written. */
export class TypeWriter {
  private readonly needed = new Map<string, string>();
  private readonly declared = new Map<string, string>();

  constructor(private readonly spec: Spec) {}

  /** The expression of a schema, such as `Appointment[]` or `'booked' | 'held'`. */
  type(schema: Schema): string {
    const text = this.bare(schema);
    const isNullable = schema.nullable === true && !/(^|\| )null$/.test(text) && text !== 'unknown';
    return isNullable ? `${text} | null` : text;
  }

  /** Declares an interface that the spec has no schema for, such as an operation's query. */
  declare(name: string, doc: string, fields: readonly Field[]): string {
    this.claim(name, `interface ${name}`);
    const body = fields.map((field) => this.field(field, ' | undefined')).join('');
    this.declared.set(name, `${docOf(doc)}export interface ${name} {\n${body}}\n`);
    return name;
  }

  /** Names that are taken; an error class must not have one of them. */
  names(): ReadonlySet<string> {
    return new Set([...this.needed.keys(), ...this.declared.keys()]);
  }

  /** The file of all types that were asked for, sorted by name. */
  file(): string {
    const written = new Map(this.declared);
    for (let before = -1; before !== written.size; ) {
      before = written.size;
      for (const [name, source] of [...this.needed]) {
        if (!written.has(name)) written.set(name, this.declaration(name, source));
      }
    }
    const sorted = [...written].sort(([a], [b]) => (a < b ? -1 : 1));
    return banner + sorted.map(([, text]) => text).join('\n');
  }

  private declaration(name: string, source: string): string {
    const schema = this.spec.components?.schemas?.[source];
    if (schema === undefined) throw new Error(`The spec refers to the schema ${source} but has none.`);
    const doc = docOf(schema.description);
    const isPlainObject = schema.properties !== undefined && !isComposed(schema) && !schema.nullable;
    if (!isPlainObject || Object.keys(schema.properties ?? {}).length === 0) {
      return `${doc}export type ${name} = ${this.type(schema)};\n`;
    }
    return `${doc}export interface ${name} ${this.object(schema)}\n`;
  }

  private bare(schema: Schema): string {
    const source = refName(schema);
    if (source !== null) return this.reference(source);
    if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
    const union = schema.anyOf ?? schema.oneOf;
    if (union) return [...new Set(union.map((part) => this.type(part)))].join(' | ');
    if (schema.allOf) return this.intersection(schema);
    switch (schema.type) {
      case 'string':
        return schema.format === 'binary' ? 'Blob' : 'string';
      case 'integer':
      case 'number':
        return 'number';
      case 'boolean':
        return 'boolean';
      case 'array':
        return `${grouped(this.type(schema.items ?? {}))}[]`;
      case 'object':
        return this.object(schema);
      default:
        return schema.properties || schema.additionalProperties ? this.object(schema) : 'unknown';
    }
  }

  private intersection({ allOf = [], properties, required }: Schema): string {
    const parts = allOf.map((part) => grouped(this.type(part)));
    if (properties) parts.push(this.object({ properties, ...(required ? { required } : {}) }));
    return parts.join(' & ');
  }

  private object({ properties = {}, required = [], additionalProperties }: Schema): string {
    const fields = Object.entries(properties).map(([name, schema]) =>
      this.field({ name, schema, isRequired: required.includes(name) }),
    );
    const isOpen = typeof additionalProperties === 'object';
    const extra = isOpen ? this.type(additionalProperties) : 'unknown';
    if (fields.length === 0) return `Record<string, ${additionalProperties === false ? 'never' : extra}>`;
    if (!isOpen) return `{\n${fields.join('')}}`;
    return `{\n${fields.join('')}} & Record<string, ${extra}>`;
  }

  private field({ name, schema, isRequired, doc }: Field, absent = ''): string {
    const fallback =
      schema.default === undefined ? undefined : `Default: \`${JSON.stringify(schema.default)}\`.`;
    const text = docOf(doc ?? schema.description, fallback);
    return `${text}${key(name)}${isRequired ? '' : '?'}: ${this.type(schema)}${isRequired ? '' : absent};\n`;
  }

  private reference(source: string): string {
    const name = pascal(source);
    this.claim(name, source);
    this.needed.set(name, source);
    return name;
  }

  private claim(name: string, source: string): void {
    const other = this.needed.get(name) ?? (this.declared.has(name) ? `interface ${name}` : source);
    if (other !== source) throw new Error(`${other} and ${source} would both be the type ${name}.`);
  }
}

function isComposed(schema: Schema): boolean {
  return Boolean(
    schema.allOf ?? schema.anyOf ?? schema.oneOf ?? typeof schema.additionalProperties === 'object',
  );
}

function grouped(type: string): string {
  return /[|&]/.test(type.replace(/\{[\s\S]*\}|<[^<>]*>/g, '')) ? `(${type})` : type;
}
