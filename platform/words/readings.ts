import { pinyin } from 'pinyin-pro';
import { tidyName } from '#kernel/text';

/** One unit of a name: a Chinese character or a word in Latin letters, with its readings, usual one first. */
export interface Unit {
  readonly text: string;
  readonly readings: readonly string[];
}

/** Surnames that families read in more than one way, or that the library reads as the common word. */
const SURNAMES: Readonly<Record<string, readonly string[]>> = {
  乐: ['yue', 'le'],
  覃: ['qin', 'tan'],
  盖: ['ge', 'gai'],
  翟: ['zhai', 'di'],
  隗: ['wei', 'kui'],
  郇: ['huan', 'xun'],
  种: ['chong', 'zhong'],
  朴: ['piao', 'pu'],
  折: ['she', 'zhe'],
  缪: ['miao', 'mou'],
  宓: ['mi', 'fu'],
  洗: ['xian', 'xi'],
  郗: ['xi', 'chi'],
  区: ['ou', 'qu'],
  繁: ['po', 'fan'],
  员: ['yun', 'yuan'],
  召: ['shao', 'zhao'],
  粘: ['nian', 'zhan'],
  黑: ['he', 'hei'],
  牟: ['mou', 'mu'],
};

/** Characters usual in given names that their owners read in more than one way. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  行: ['xing', 'hang'],
  重: ['zhong', 'chong'],
  乐: ['le', 'yue'],
  朝: ['chao', 'zhao'],
  长: ['chang', 'zhang'],
  都: ['du', 'dou'],
  茜: ['qian', 'xi'],
  莘: ['xin', 'shen'],
  晟: ['sheng', 'cheng'],
  盛: ['sheng', 'cheng'],
  娜: ['na', 'nuo'],
  柏: ['bai', 'bo'],
  隽: ['juan', 'jun'],
  炅: ['jiong', 'gui'],
  筠: ['yun', 'jun'],
  蔚: ['wei', 'yu'],
  尉: ['wei', 'yu'],
  曾: ['zeng', 'ceng'],
  单: ['shan', 'dan'],
  解: ['jie', 'xie'],
  藏: ['zang', 'cang'],
  乾: ['qian', 'gan'],
  拓: ['tuo', 'ta'],
  参: ['can', 'shen'],
  祭: ['ji', 'zhai'],
  荨: ['xun', 'qian'],
  瑱: ['zhen', 'tian'],
};

const HAN = /\p{Script=Han}/u;

/** 吕 is typed `lv` by some and `lu` by others. */
const typed = (reading: string): string[] =>
  reading.includes('ü') ? [reading.replaceAll('ü', 'v'), reading.replaceAll('ü', 'u')] : [reading];

function hanUnits(text: string, isHead: boolean): Unit[] {
  const characters = Array.from(text);
  const read = pinyin(text, {
    toneType: 'none',
    type: 'array',
    surname: isHead ? 'head' : 'off',
  });
  return characters.map((character, i) => {
    // Where the library splits a rare character, each is read alone.
    const usual = read.length === characters.length ? read[i] : undefined;
    const alone = usual ?? pinyin(character, { toneType: 'none', type: 'array' }).join('');
    const table = isHead && i === 0 ? SURNAMES : GIVEN;
    const known = Object.hasOwn(table, character) ? table[character] : undefined;
    return { text: character, readings: [...new Set([...(known ?? []), alone].flatMap(typed))] };
  });
}

/** A name in its units, lower case, dots and blanks gone: 买买提·艾力 has five, `Anna Lee` two. */
export function unitsOf(name: string): Unit[] {
  const runs = tidyName(name)
    .toLowerCase()
    .split(/[\s·'’-]+/u)
    .flatMap((part) => part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []);
  return runs.flatMap((run, i) =>
    HAN.test(run) ? hanUnits(run, i === 0) : [{ text: run, readings: [run] }],
  );
}
