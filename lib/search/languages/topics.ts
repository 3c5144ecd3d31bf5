/** Nicknames that no entry has as a name, with the names of the entries that they mean. */
export const TOPICS: readonly (readonly [phrases: string, names: string])[] = [
  [
    'trade war, tariff war, trade conflict, trade dispute, trade fight, 贸易战, 關稅戰, 关税战, 贸易摩擦, 貿易戦争, 무역전쟁, 관세전쟁, Handelskrieg, Handelskonflikt, Zollstreit, Handelsstreit, guerre commerciale, guerra comercial, guerra commerciale',
    'Section 301; Reciprocal tariffs; Kuala Lumpur arrangement; China’s retaliatory tariffs of 2025; Fentanyl tariffs; Geneva truce',
  ],
  [
    'trade truce, truce, trade deal, trade agreement, tariff truce, 贸易休战, 休战, 贸易协议, 通商合意, 무역합의, Handelsabkommen, trêve commerciale, tregua comercial, tregua commerciale',
    'Kuala Lumpur arrangement; Geneva truce; August 2025 truce extension; Beijing summit of May 2026',
  ],
  [
    'chip war, tech war, chip curbs, chip export rules, chip export controls, chip ban, chip bans, chip export ban, chip restrictions, 芯片战, 科技战, 芯片禁令, 芯片出口管制, 半導体戦争, 半導体規制, 半導体輸出規制, 반도체전쟁, 반도체 수출통제, Chipkrieg, Chip-Verbot, guerre des puces, guerra de los chips, guerra dei chip',
    'October 17, 2023 rules; October 7, 2022 rule; AI accelerator; Semiconductors; AI Diffusion Rule; ECCN 3A090',
  ],
  [
    'trump tariffs, trump tariff, aranceles trump, aranceles de trump, droits de douane trump, tarifs trump, dazi trump, dazi di trump, tarifas trump, tarifas de trump, tarifaço, liberation day, liberation day tariffs, 特朗普关税, 对等关税, トランプ関税, 트럼프관세, Trump-Zölle',
    'Reciprocal tariffs; Section 232; IEEPA; Section 122; Fentanyl tariffs',
  ],
  [
    'retaliation tariffs, retaliatory tariffs, china retaliation tariffs, chinese retaliation, counter tariffs, countertariffs, 反制关税, 报复性关税, 報復関税, 보복관세, Vergeltungszölle, Gegenzölle, droits de rétorsion, aranceles de represalia, tarifas retaliatórias, dazi di ritorsione',
    'China’s retaliatory tariffs of 2025; Anti-Coercion Instrument',
  ],
  [
    '50 percent rule, 50 rule, fifty percent rule, 穿透规则, 50规则, 百分之五十规则',
    'Affiliates Rule; OFAC 50 Percent Rule',
  ],
  ['us blacklist, trade blacklist, export blacklist, american blacklist', 'Entity List'],
  [
    'pentagon list, pentagon blacklist, chinese military companies, chinese military company, military companies list, 中国军事企业, 军事企业清单, 中国軍事企業',
    'Section 1260H list',
  ],
  [
    'ai chip rules, ai chips rule, ai chip export rule, ai chip ban, ai chip export ban',
    'October 17, 2023 rules; January 2026 licence-review rule for AI chips (H200 rule); AI accelerator; AI Diffusion Rule',
  ],
  [
    'carbon tax, carbon border tax, carbon tariff, 碳关税, 炭素国境調整, 탄소국경세, CO2-Zoll, taxe carbone',
    'Carbon Border Adjustment Mechanism',
  ],
  [
    'forced labor, forced labour, xinjiang, xinjiang cotton, uyghur, uighur, 强迫劳动, 新疆, 維吾爾',
    'Uyghur Forced Labor Prevention Act; EU Forced Labour Regulation',
  ],
  ['ev battery, ev batteries, electric car battery, 动力电池', 'Lithium-ion batteries; EV battery technology'],
  [
    'magnets, magnet, permanent magnet, permanent magnets, 磁铁, 永磁, 磁石, 자석, Magnete, aimants, imanes',
    'Rare-earth magnets; NdFeB magnets',
  ],
  [
    'small parcels, small packages, parcel duty, low value parcels, shein, temu',
    'De minimis exemption (small parcels)',
  ],
  ['tiktok, tik tok, tiktok ban', 'ByteDance; Protecting Americans from Foreign Adversary Controlled Applications Act'],
  [
    'chip machines, chip machine, chip tools, chip making machines, chipmaking machines, 光刻机, 光刻機',
    'Chipmaking equipment; DUV lithography; EUV lithography',
  ],
  [
    'revenue share, revenue cut, 15% cut, 25% cut, 15 percent cut, 25 percent cut, 收入分成, 分成',
    '15 % revenue share; January 2026 licence-review rule for AI chips (H200 rule)',
  ],
  [
    'steel and aluminum, steel and aluminium, steel and aluminum tariffs, steel and aluminium tariffs, 钢铝, 钢铝关税, 鉄鋼 アルミ, 철강 알루미늄, stahl und aluminium, acier et aluminium, acero y aluminio, aço e alumínio, acciaio e alluminio',
    'Steel; Aluminium; Section 232 duties on steel, aluminium and copper',
  ],
  [
    'smuggling, chip smuggling, smuggled chips, 芯片走私, 走私, 密輸, 밀수, Schmuggel, contrebande, contrabando',
    'Diversion; Transshipment',
  ],
  [
    'gan, gallium nitride, 氮化镓, 氮化鎵, 窒化ガリウム, 질화갈륨, galliumnitrid, nitrure de gallium, nitruro de galio, nitreto de gálio, nitruro di gallio',
    'Gallium nitride',
  ],
  ['wafer, wafers, silicon wafer, 晶圆, 硅片, ウエハー, ウエハ, 웨이퍼, Halbleiterscheibe', 'Silicon wafers'],
  [
    'minimum price, minimum prices, price guarantee, price support, 最低价, 最低价格, 最低価格, 최저가격, Mindestpreis, prix plancher, precio mínimo, preço mínimo, prezzo minimo',
    'Price floor',
  ],
  [
    'diamond, diamonds, synthetic diamond, synthetic diamonds, industrial diamonds, 金刚石, 人造金刚石, ダイヤモンド, 人工ダイヤモンド, 다이아몬드, Industriediamanten, diamants synthétiques, diamantes sintéticos, diamanti sintetici',
    'Superhard materials',
  ],
  ['chip tracking, chip location, location verification, chip tracking bill, 芯片追踪, 芯片定位', 'Chip Security Act'],
];
