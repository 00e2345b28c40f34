/** Words that people build secrets from, examples of others included. What is left over counts letter by letter. */
const words = new Set(
  `able about above access account admin administrator adminadmin after again alpha also always another any api app apple
  application auth authentication back backend baseball battery be because before best beta between bitte blue book boss
  build but can cat change changed changeit changeme changethis clinic cluster code company config confidential container
  correct could credential credentials data database date day debug default demo deploy deployment dev develop development devsecret dog
  doctor docker dont dragon dummy easy else encryption enter env environment even every example express fake first fish
  five flower foo foobar football for forever four from gandalf generate get github give good google great green guest
  hallo have health healthcare hello here hex hidden hospital hot house how hunter iloveyou insecure into its jesus just
  jwt keep key keyboard kitty know known kubernetes last letmein life like linux little local localhost login long look
  love magic make many master medweave mein michael minimum minlength mongo mongodb monkey more most much must mysql
  mysecret name need never new nice node nodejs none not nothing now nurse off okay once one only open orange other our
  over own passphrase passport passwd password passwort patient people phrase placeholder please princess private prod
  product production project public purple put qwerty random read real red redis replace replaceme root rootroot running
  safe sample saved say secret secrets secure security see seed server service session set shadow share should sign
  signing simple six some soccer something staging staple star starwars start store string strong summer sun sunshine
  super superman supersecret sure system take temp temporary test testing tester than thank that the their them then
  there these they thing this those three time todo token tomcat top toor trust trustno two unsafe until update use user
  using value very wait want was way weak welcome well what when which who why will winter with wonder word work world
  would xxx year yes you your yours yoursecret yourself zero character characters chars`.split(/\s+/),
);
const shortestWord = 3;
const longestWord = 14;

/** What lies side by side on a keyboard, in the alphabet, or among the digits; forwards and backwards. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
];
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')]);
const shortestWalk = 3;

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** Of a word, and of a piece that was there before. */
const bitsOfPiece = 8;
const bitsOfWalk = 6;
const bitsOfSeparator = 1;
const fewestCharacters = 6;

/**
 * About how many bits a guesser has to find: characters count by how many different ones there are; a known word, a walk
 * over the keyboard and a repetition count as one guess among some hundred. Random text is hardly underestimated.
 */
export function bitsOf(text: string): number {
  const lower = text.toLowerCase();
  const decoded = [...lower].map((character) => lookAlikes[character] ?? character).join('');
  const bitsOfCharacter = Math.log2(Math.max(2, new Set(text).size));
  const interleaved = [0, 1].map((turn) => [...lower].filter((_character, at) => at % 2 === turn).join(''));
  return Math.min(
    bitsIn(lower, bitsOfCharacter),
    bitsIn(decoded, bitsOfCharacter),
    interleaved.reduce((bits, half) => bits + bitsIn(half, bitsOfCharacter), 0),
  );
}

/** Why it is too weak to be a secret, in words that do not repeat it; null when it is not. */
export function weaknessOf(text: string, wantedBits: number): string | null {
  if (new Set(text).size < fewestCharacters) return 'repeats a few characters';
  if (isRepetition(text)) return 'repeats itself';
  return bitsOf(text) < wantedBits ? 'is made of known words, neighbouring keys or repetitions' : null;
}

function bitsIn(text: string, bitsOfCharacter: number): number {
  let bits = 0;
  for (let at = 0; at < text.length; ) {
    const walk = longestWalk(text, at);
    const word = Math.max(longestKnownWord(text, at), longestRepetition(text, at));
    const length = Math.max(walk, word);
    if (length >= shortestWord) bits += walk > word ? bitsOfWalk : bitsOfPiece;
    else bits += /[\s\-_.,:/]/.test(text[at] ?? '') ? bitsOfSeparator : bitsOfCharacter;
    at += Math.max(1, length);
  }
  return bits;
}

function longestKnownWord(text: string, at: number): number {
  for (let length = Math.min(longestWord, text.length - at); length >= shortestWord; length--)
    if (words.has(text.slice(at, at + length))) return length;
  return 0;
}

function longestWalk(text: string, at: number): number {
  let longest = 0;
  for (const walk of walks) {
    let length = shortestWalk;
    while (at + length <= text.length && walk.includes(text.slice(at, at + length))) length++;
    longest = Math.max(longest, length - 1);
  }
  return longest >= shortestWalk ? longest : 0;
}

/** How much from here on has been there before, or is one character again and again. */
function longestRepetition(text: string, at: number): number {
  const before = text.slice(0, at);
  let length = 0;
  while (at + length < text.length && before.includes(text.slice(at, at + length + 1))) length++;
  let same = 1;
  while (text[at + same] !== undefined && text[at + same] === text[at]) same++;
  const longest = Math.max(length, same);
  return longest >= shortestWord ? longest : 0;
}

/** A piece, again and again. */
const isRepetition = (text: string): boolean => (text + text).indexOf(text, 1) < text.length;
