/** Letters that Unicode does not decompose into a base letter and a mark. */
const plainLetters = lettersOf(`
  ß ss, ø o, đ d, ð d, ħ h, ł l, ı i, ŋ n, ŧ t, æ ae, œ oe, þ th, ə e, ɓ b, ɖ d, ɗ d, ɛ e, ɣ g, ƙ k, ɲ n, ɔ o, ƴ y, ʒ z,
  ς σ, ך כ, ם מ, ן נ, ף פ, ץ צ, ٱ ا, ى ي, ی ي, ې ي, ے ي, ة ه, ە ه, ہ ه, ھ ه, ک ك, گ ك, ы и, ґ г, є е, і и`);

/** How names with these letters are written where a keyboard lacks them. */
const spelledOutLetters = lettersOf('ä ae, ö oe, ü ue, ø oe, å aa');

/**
 * Characters of usual names that have several forms: old and new ones in Japan, traditional and simplified ones in
 * China. The second one stands for both.
 */
const oneForm = lettersOf(`
  髙 高, 﨑 崎, 嵜 崎, 澤 沢, 邊 辺, 邉 辺, 齋 斎, 齊 斎, 斉 斎, 濵 浜, 濱 浜, 廣 広, 國 国, 眞 真, 櫻 桜, 嶋 島, 嶌 島,
  德 徳, 惠 恵, 條 条, 瀨 瀬, 關 関, 关 関, 龍 竜, 龙 竜, 黑 黒, 榮 栄, 荣 栄, 冨 富, 曾 曽, 增 増, 舘 館, 馆 館, 淵 渕,
  渊 渕, 𠮷 吉, 張 张, 劉 刘, 陳 陈, 黃 黄, 吳 吴, 呉 吴, 趙 赵, 楊 杨, 孫 孙, 馬 马, 羅 罗, 鄭 郑, 謝 谢, 許 许, 鄧 邓,
  馮 冯, 蕭 萧, 肖 萧, 葉 叶, 蔣 蒋, 蘇 苏, 呂 吕, 盧 卢, 鍾 钟, 鐘 钟, 陸 陆, 範 范, 譚 谭, 賈 贾, 韓 韩, 閻 阎, 萬 万,
  錢 钱, 湯 汤, 賴 赖, 龔 龚, 顧 顾, 鄒 邹, 藍 蓝, 華 华, 傅 付, 閆 阎, 闫 阎, 歐 欧, 陽 阳, 鳳 凤, 東 东, 門 门, 偉 伟, 麗 丽,
  軍 军, 紅 红, 強 强, 傑 杰, 義 义, 蘭 兰, 靜 静, 曉 晓, 飛 飞, 慶 庆, 勝 胜, 潔 洁, 雲 云, 賢 贤, 興 兴, 詩 诗, 愛 爱, 穎 颖, 樂 乐`);

/**
 * Signs inside of words that some write and some leave out, or that cannot be seen: apostrophes of all kinds (also the
 * okina and the Hebrew geresh), full stops, the Arabic tatweel, joiners, direction marks and variation selectors.
 */
const unwritten = /['’‘‛ʼʻʾʿ´`′＇׳״.ـ\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Where marks are accents or vowel points, which people leave out. Elsewhere they are vowels of the word. */
const accented =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu;

const ascii = /^[a-z0-9]*$/;

const hiragana = /[\u3041-\u3096\u309D\u309E]/gu;
const fromHiraganaToKatakana = 0x60;

const dense =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Hangul}\p{Script_Extensions=Bopomofo}]/u;

/** Whether it is of a script in which one sign is a syllable or a word, and names are written without blanks. */
export const isDense = (text: string): boolean => dense.test(text);

/** The words of a name: lower case, in compatibility forms (NFKC), split at blanks, hyphens and other signs. */
export function wordsOf(name: string): string[] {
  const letters = asciiDigits(name.normalize('NFKC').toLowerCase().replace(unwritten, ''));
  return letters.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
}

/** The word without accents, each of its letters in the form that stands for all its forms. */
export function plainWord(word: string): string {
  if (ascii.test(word)) return word;
  const bare = word.normalize('NFD').replace(accented, '$1').normalize('NFC');
  const katakana = bare.replace(hiragana, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) + fromHiraganaToKatakana),
  );
  return replaced(replaced(katakana, plainLetters), oneForm);
}

/** The word with its umlauts spelled out, then plain: `müller` → `mueller`. */
export const spelledOutWord = (word: string): string =>
  ascii.test(word) ? word : plainWord(replaced(word, spelledOutLetters));

/** Digits of every script as those of ASCII: `１２３` and `١٢٣` → `123`. */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => (digit >= '0' && digit <= '9' ? digit : digitValue(digit)));

/** Unicode keeps the ten digits of a script in a row, and rows apart once NFKC has unified the mathematical ones. */
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value++;
  return String(value);
}

const replaced = (word: string, table: ReadonlyMap<string, string>): string => {
  let text = '';
  for (const letter of word) text += table.get(letter) ?? letter;
  return text;
};

function lettersOf(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(',').map((pair) => pair.trim().split(' ') as [string, string]));
}
