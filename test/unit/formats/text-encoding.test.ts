/**
 * Protects files in the encodings of spreadsheets: they are decoded correctly, or shown to the user
 * before anything is imported.
 */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeAs, decodeText, ENCODINGS } from '../../../lib/formats/text-encoding.ts';

const GERMAN = 'Begriff;Notiz\nÜberchip;Gerät für Prüfung\nSchlüssel;größer\n';
const CHINESE = '名称,别名\n华为技术有限公司,华为\n中芯国际集成电路制造有限公司,中芯国际\n';
const bytes = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding, { addBOM: false }));

describe('decodeText', () => {
  it.each([
    ['utf-8', 'Überchip, 镓, ガリウム'],
    ['utf-16le', '\ufeffname\tnote\nÜberchip\t镓\n'],
    ['utf-16be', '\ufeffname\tnote\nÜberchip\t镓\n'],
    ['utf-16le', 'name\tnote\nUeberchip\tgallium\n'],
  ])('recognises %s with certainty', async (encoding, text) => {
    const read = await decodeText(bytes(text, encoding), 'en');
    expect(read).toMatchObject({ encoding, isCertain: true, text: text.replace('\ufeff', '') });
  });

  it.each([
    ['windows-1252', GERMAN, 'de'],
    ['windows-1252', 'name;kind\nÜberchip;chip\n', 'en-GB'],
    ['windows-1252', 'name;note\nProject – Heron;“quoted”, 50 €\n', 'en'],
    ['windows-1252', 'nom;note\nSociété Générale;dépôt à l’étranger\n', 'fr'],
    ['gb18030', CHINESE, 'en'],
    ['gb18030', 'name\n华为\n', 'zh-CN'],
    ['big5', '名稱,別名\n台灣積體電路製造,台積電\n聯華電子,聯電\n', 'en'],
    ['big5', 'name\n台積電\n', 'zh-TW'],
    ['shift_jis', '名称,備考\n東京エレクトロン,半導体製造装置\n信越化学工業,シリコン\n', 'en'],
    ['shift_jis', 'name\n東京エレクトロン\n', 'ja'],
    ['euc-kr', '이름\n삼성전자\n에스케이하이닉스\n', 'en'],
    ['windows-1251', 'имя;примечание\nНорильский никель;Металлы\n', 'en'],
    ['windows-1254', 'Terim;Açıklama\nGermanyum yarı iletkeni;kızılötesi ışık için\n', 'tr'],
    ['windows-1250', 'nazwa\nPrzedsiębiorstwo Łączność\nZażółć gęślą jaźń\n', 'pl'],
  ])('guesses %s for %j', async (encoding, text, language) => {
    const read = await decodeText(bytes(text, encoding), language);
    expect([read.encoding, read.isCertain, read.text]).toEqual([encoding, false, text]);
    expect(read.possible).toContain(encoding);
  });

  it('lets the user choose among all encodings that are possible', async () => {
    const file = bytes(CHINESE, 'gb18030');
    const { possible } = await decodeText(file, 'en');
    expect(possible).toContain('gb18030');
    expect(decodeAs(file, 'gb18030')).toBe(CHINESE);
    for (const one of possible) expect(ENCODINGS).toContain(one);
  });
});
