import type { ServerResponse } from 'node:http';

/** A longer text is sent piece by piece, the next one once the system has taken the last: so it is seen who reads. */
const wholeBytes = 128 * 1_024;
const pieceLength = 64 * 1_024;

/** Ends the answer with this text. Head and text leave in one write where it is short. */
export function sendText(response: ServerResponse, text: string): void {
  const bytes = Buffer.byteLength(text);
  response.setHeader('Content-Length', bytes);
  if (bytes <= wholeBytes) response.end(text);
  else sendFrom(response, text, 0);
}

function sendFrom(response: ServerResponse, text: string, at: number): void {
  const end = pieceEnd(text, at);
  const piece = text.slice(at, end);
  if (end >= text.length) response.end(piece);
  else
    response.write(piece, (error) => {
      if (!error) sendFrom(response, text, end);
    });
}

/** Does not part what is one character outside of UTF-16. */
function pieceEnd(text: string, at: number): number {
  const end = at + pieceLength;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end + 1 : end;
}
