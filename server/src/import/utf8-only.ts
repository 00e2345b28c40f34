import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';
import { ConfigError } from '../lib/errors.js';

const newline = 0x0a;
/** A line of such a length is held in memory to be checked: no row of a CSV file is as long. */
const maxLineBytes = 16_000_000;

/**
 * Passes on what is UTF-8, with `\n` for `\r\n` so that lines are counted alike. Anything else would be read with replacement characters, and names would be lost for good.
 * @throws ConfigError naming the file, the line and the encoding that it probably has
 */
export class Utf8Only extends Transform {
  #line = 1;
  #rest: Buffer = Buffer.alloc(0);

  constructor(private readonly file: string) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const whole = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = whole.lastIndexOf(newline) + 1;
    this.#rest = whole.subarray(end);
    const isEndless = this.#rest.length > maxLineBytes;
    const fault = isEndless ? endless(this.file) : this.#check(whole.subarray(0, end));
    done(fault, fault ? undefined : withoutReturns(whole.subarray(0, end)));
  }

  override _flush(done: TransformCallback): void {
    const fault = this.#check(this.#rest);
    done(fault, fault ? undefined : this.#rest);
  }

  #check(lines: Buffer): ConfigError | null {
    if (!isUtf8(lines) || lines.includes(0)) return this.#fault(lines);
    for (let at = lines.indexOf(newline); at !== -1; at = lines.indexOf(newline, at + 1)) this.#line++;
    return null;
  }

  #fault(lines: Buffer): ConfigError {
    for (let start = 0; start < lines.length; ) {
      const at = lines.indexOf(newline, start);
      const line = lines.subarray(start, at === -1 ? lines.length : at);
      if (line.includes(0)) return otherEncoding(this.file, this.#line, 'UTF-16');
      if (!isUtf8(line)) return otherEncoding(this.file, this.#line, singleByteEncodingOf(line));
      this.#line++;
      start += line.length + 1;
    }
    return otherEncoding(this.file, this.#line, 'another encoding');
  }
}

/** @returns what the file is in when its first bytes say so, else `null` */
export function encodingByMark(head: Buffer): string | null {
  const [first, second] = head;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || head.subarray(0, 200).includes(0) ? 'UTF-16' : null;
}

export const otherEncoding = (file: string, line: number, encoding: string): ConfigError =>
  new ConfigError(
    `${file} is not in UTF-8: line ${line} is in another encoding, probably ${encoding}. Nothing was imported. ` +
      `Export it in UTF-8, or convert it: iconv -f ${iconvNames[encoding] ?? 'ENCODING'} -t UTF-8 ${file} > converted.csv`,
  );

const withoutReturns = (lines: Buffer): Buffer =>
  lines.includes('\r\n') ? Buffer.from(lines.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : lines;

const endless = (file: string): ConfigError =>
  new ConfigError(`${file} has a line of more than 16 MB: it is no CSV file.`);

const iconvNames: Readonly<Record<string, string>> = {
  'UTF-16': 'UTF-16',
  'Windows-1252': 'WINDOWS-1252',
  'ISO-8859-1 (Latin-1)': 'ISO-8859-1',
};

/** Windows has letters and signs where ISO-8859-1 has control characters. */
const singleByteEncodingOf = (line: Buffer): string =>
  line.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'Windows-1252' : 'ISO-8859-1 (Latin-1)';
