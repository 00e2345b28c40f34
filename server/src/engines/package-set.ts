import type { AptSource, Distribution } from './apt-sources.js';

/** Packages of the distribution that are unpacked together into one folder of the user's cache, never installed. */
export interface PackageSet {
  /** For messages, such as "MySQL and Redis". */
  readonly title: string;
  /** The set's folder in the user's cache of Medweave. */
  readonly cacheFolder: string;
  /** They come with all that they need. */
  readonly packages: readonly string[];
  /** Names of packages among these that are not unpacked. */
  readonly leftOut: RegExp | null;
  readonly downloadMb: number;
  /** Which of the machine's package sources it is fetched from. */
  readonly sources: (machine: readonly AptSource[], distribution: Distribution) => readonly AptSource[];
  /** Where libraries lie besides the usual folders. */
  readonly libraryFolders: readonly string[];
  /** The entries of a folder that are kept once unpacked; a folder that is not named is kept whole. */
  readonly keeps: Readonly<Record<string, (entry: string) => boolean>>;
}
