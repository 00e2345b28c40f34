export type EngineName = 'mysql' | 'mongo' | 'redis';

/** Where the program of an engine came from: the machine's PATH, the shared cache, or an npm package. */
export type ProgramSource = 'path' | 'cache' | 'npm';

/** How one engine's program is called. `args` come before the engine's own arguments. */
export interface Program {
  readonly title: string;
  readonly version: string;
  readonly source: ProgramSource;
  readonly command: string;
  readonly args: readonly string[];
  /** The unpacked package root, where the program does not find its own files by itself. */
  readonly root?: string;
}

export interface EngineExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running engine, and the handle with which a fault test breaks it. */
export interface EngineProcess {
  readonly pid: number;
  /** Settles when the present process ends; after `restart` it speaks of the new one. */
  readonly exited: Promise<EngineExit>;
  /** Sends a signal. An end caused by it is wanted: the engine is not brought up again by itself. */
  kill(signal: NodeJS.Signals): void;
  /** Ends what still runs, then starts again on the same address and data, and waits until it answers. */
  restart(): Promise<void>;
  /** Ends it in order; after a deadline by force. */
  stop(): Promise<void>;
}

export interface Engines {
  readonly mysqlUrl: string;
  readonly mongoUrl: string;
  readonly redisUrl: string;
  /** Only the engines started here; one reached by a configured URL is not ours to kill. */
  readonly processes: { readonly [name in EngineName]?: EngineProcess };
  stop(): Promise<void>;
}

export interface EngineOptions {
  readonly dataDir: string;
  /** Where unpacked programs are kept and shared by all clones; the user's cache folder by default. */
  readonly cacheDir?: string;
  readonly env: { readonly mysqlUrl?: string; readonly mongoUrl?: string; readonly redisUrl?: string };
  readonly report: (line: string) => void;
  /** Gives up a start that is under way. */
  readonly signal?: AbortSignal;
}

/** What every engine's starter is given. */
export interface EngineContext {
  readonly dataDir: string;
  /** A short private folder for Unix sockets: their paths may not exceed about 100 characters. */
  readonly socketDir: string;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface StartedEngine {
  readonly url: string;
  readonly process: EngineProcess;
}
