/**
 * The measure that a report on an entry is about, as judged by a person who read the news of that
 * day. Each line has the entry, the day of the report (`-` without one) and the measure; after `+`
 * come other entries that the report names.
 */
export const MINERALS = `
mineral/gallium 2023-07-04 cn-51-2024-gallium-germanium
mineral/gallium 2024-12-03 cn-46-2024-2
mineral/gallium 2025-07-18 cn-46-2024-2
mineral/gallium 2025-11-10 cn-46-2024-2
mineral/gallium 2022-05-01 cn-51-2024-gallium-germanium
mineral/gallium - cn-46-2024-2
mineral/germanium 2023-07-04 cn-51-2024-gallium-germanium
mineral/germanium 2024-12-04 cn-46-2024-2
mineral/germanium 2025-07-18 cn-46-2024-2
mineral/germanium 2026-12-01 cn-46-2024-2
mineral/germanium 2025-04-26 ca-emerging-2025 + agency/ca-gac
mineral/gallium 2024-12-03 cn-46-2024-2 + agency/mofcom agency/bis company/nvidia
mineral/gallium 2023-07-10 cn-51-2024-gallium-germanium + agency/mofcom company/nvidia agency/us-commerce
mineral/antimony 2024-08-15 cn-51-2024-antimony-superhard
mineral/antimony 2024-12-03 cn-46-2024-2
mineral/antimony 2025-11-09 cn-46-2024-2
mineral/superhard-materials 2024-08-16 cn-51-2024-antimony-superhard
mineral/superhard-materials 2025-10-09 cn-55-2025
mineral/graphite 2023-10-20 cn-51-2024-graphite
mineral/natural-graphite 2023-10-20 cn-51-2024-graphite
mineral/synthetic-graphite 2023-12-01 cn-51-2024-graphite
mineral/spherical-graphite 2023-10-21 cn-51-2024-graphite
mineral/graphite 2024-12-03 cn-46-2024-2-graphite
mineral/graphite 2025-07-18 us-adcvd-anode
mineral/synthetic-graphite 2025-10-09 cn-58-2025
mineral/tungsten 2025-02-04 cn-10-2025
mineral/tungsten 2025-07-10 cn-10-2025
mineral/tungsten 2026-01-05 cn-10-2025
mineral/tungsten 2024-12-12 us-section-301-tungsten-2025
mineral/molybdenum 2025-02-05 cn-10-2025
mineral/bismuth 2025-02-05 cn-10-2025
mineral/tellurium 2025-02-05 cn-10-2025
mineral/indium 2025-02-05 cn-10-2025
mineral/indium 2023-09-01 cn-export-licence-indium
mineral/indium 2025-01-15 cn-export-licence-indium
mineral/rare-earths 2025-04-04 cn-18-2025
mineral/rare-earths 2025-06-11 cn-18-2025
mineral/rare-earths 2025-10-09 cn-61-2025-1
mineral/rare-earths 2025-10-15 cn-61-2025-1
mineral/rare-earths 2025-11-08 cn-61-2025-1
mineral/rare-earths 2024-07-01 cn-785-2024
mineral/rare-earths 2026-03-01 cn-18-2025
mineral/dysprosium 2025-04-05 cn-18-2025
mineral/dysprosium 2022-11-01 cn-export-licence-2015
mineral/terbium 2024-06-01 cn-export-licence-2015
mineral/yttrium 2023-09-01 cn-export-licence-2015
mineral/heavy-rare-earths 2024-06-01 cn-export-licence-2015
mineral/ndpr - cn-export-licence-2015
mineral/terbium 2025-06-01 cn-18-2025
mineral/samarium 2025-04-10 cn-18-2025
mineral/gadolinium 2025-07-18 cn-18-2025
mineral/lutetium 2025-04-10 cn-18-2025
mineral/scandium 2025-04-10 cn-18-2025
mineral/yttrium 2025-11-20 cn-18-2025
mineral/holmium 2025-10-10 cn-57-2025
mineral/erbium 2025-10-10 cn-57-2025
mineral/europium 2025-10-12 cn-57-2025
mineral/holmium 2024-06-01 cn-export-licence-2015
mineral/thulium 2025-11-10 cn-57-2025
mineral/ytterbium 2025-10-12 cn-57-2025
mineral/neodymium 2025-10-10 cn-export-licence-2015
mineral/ndfeb-magnets 2025-04-06 cn-18-2025
mineral/ndfeb-magnets 2025-10-10 cn-61-2025-1
mineral/rare-earth-magnets 2025-05-30 cn-18-2025
mineral/rare-earth-magnets 2025-10-10 cn-61-2025-1
mineral/smco-magnets 2025-04-06 cn-18-2025
mineral/heavy-rare-earths 2025-04-06 cn-18-2025
mineral/lithium-ion-batteries 2025-10-10 cn-58-2025
mineral/lithium 2025-07-16 cn-tech-catalogue-2025
mineral/lithium 2022-12-22 zw-base-minerals-2023
mineral/lithium 2026-02-26 zw-raw-minerals-2026
mineral/cobalt 2025-02-25 drc-cobalt-stop-2025
mineral/cobalt 2025-09-22 drc-cobalt-quota-2025
mineral/cobalt 2025-12-01 drc-cobalt-quota-2025
mineral/nickel 2020-01-02 id-nickel-ore-ban
mineral/nickel 2022-03-08 id-nickel-ore-ban
mineral/nickel 2024-04-14 us-russian-metals-2024
mineral/nickel 2026-01-10 id-rkab-2026
mineral/copper 2025-07-09 us-section-232-copper
mineral/copper 2025-07-31 us-section-232-copper
mineral/copper 2025-08-02 us-section-232-copper
mineral/copper 2024-04-14 us-russian-metals-2024
mineral/copper 2023-06-10 id-copper-concentrate-ban
mineral/aluminium 2018-03-24 us-section-232-aluminium
mineral/aluminium 2025-03-12 us-section-232-aluminium
mineral/aluminium 2025-06-05 us-section-232-aluminium
mineral/aluminium 2024-04-14 us-russian-metals-2024
mineral/steel 2018-03-24 us-section-232-steel
mineral/steel 2025-03-12 us-section-232-steel
mineral/steel 2025-06-04 us-section-232-steel
mineral/steel 2025-10-08 us-section-232-steel
mineral/steel 2025-12-13 cn-steel-licensing
mineral/steel 2026-07-02 eu-steel-quotas-2026
mineral/steel 2024-10-01 us-section-232-steel
mineral/polysilicon 2021-06-25 us-wro-hoshine
mineral/polysilicon 2022-06-22 us-uflpa
mineral/polysilicon 2025-07-15 us-section-232-polysilicon
mineral/polysilicon 2025-01-02 us-section-301-polysilicon-2025
mineral/polysilicon 2026-09-25 us-section-232-polysilicon
mineral/magnesium 2025-03-01 cn-magnesium
mineral/helium 2026-07-12 cn-29-2026-helium
mineral/uranium 2024-05-14 us-uranium-russia
mineral/uranium 2024-11-16 ru-enriched-uranium-2024
mineral/neon 2022-06-01 ru-inert-gases-2022
mineral/tin 2026-03-01 id-tin-ore-ban
mineral/bauxite 2023-06-12 id-bauxite-ban
mineral/bauxite 2014-01-13 id-bauxite-2014
mineral/manganese 2025-06-02 ga-manganese-2029
mineral/palladium 2026-03-12 us-adcvd-palladium
mineral/palladium 2022-11-01 uk-russian-pgm-2022
mineral/gold 2022-06-28 us-russian-gold-2022
mineral/silver 2026-01-02 cn-68-2025
mineral/potash 2025-03-07 us-ieepa-potash
mineral/potash 2021-08-10 us-belarus-potash
mineral/phosphate 2025-12-15 cn-phosphate-stop-2025
mineral/sulphuric-acid 2026-05-10 cn-sulphuric-acid-2026
mineral/hydrogen-fluoride 2019-07-05 jp-korea-materials
mineral/fluorinated-polyimide 2019-07-05 jp-korea-materials
mineral/vanadium 2026-01-10 us-ad-ferrovanadium
mineral/chromium 2025-06-01 zw-base-minerals-2023
mineral/tantalum 2025-02-14 drc-red-sites-2025
mineral/iron-ore 2025-10-01 cn-bhp-ore-2025
mineral/germanium 2025-07-18 cn-46-2024-2 + agency/mofcom
mineral/germanium 2025-07-18 cn-46-2024-2 + company/teck agency/usgs
mineral/germanium 2025-07-18 cn-46-2024-2 + company/teck agency/usgs agency/white-house company/nyrstar
mineral/rare-earths 2025-04-14 cn-18-2025 + agency/white-house agency/bis company/mp-materials
mineral/rare-earths 2025-06-12 cn-18-2025 + agency/mofcom agency/white-house agency/us-commerce instrument/geneva-truce
mineral/tungsten 2025-01-15 us-section-301-tungsten-2025 + agency/ustr
mineral/tungsten 2025-03-01 us-section-301-tungsten-2025 + agency/ustr instrument/section-301
mineral/steel 2025-03-12 eu-steel-safeguard-2018 + agency/european-commission
mineral/steel 2025-06-04 us-section-232-steel + agency/european-commission instrument/section-232-metals
mineral/copper 2025-07-31 us-section-232-copper + agency/white-house company/codelco company/freeport-mcmoran
mineral/aluminium 2025-06-04 us-section-232-aluminium + agency/white-house company/alcoa company/century-aluminum
mineral/cobalt 2025-09-22 drc-cobalt-quota-2025 + agency/arecoms company/cmoc company/glencore
mineral/nickel 2022-03-08 id-nickel-ore-ban + agency/lme company/tsingshan
mineral/nickel 2024-04-15 us-russian-metals-2024 + agency/lme agency/uk-treasury company/nornickel
mineral/polysilicon 2025-07-15 us-section-232-polysilicon + agency/us-commerce instrument/section-232
mineral/gallium 2025-07-18 us-section-301-list-3 + agency/ustr
mineral/graphite 2025-07-18 us-adcvd-anode + agency/us-ita company/novonix
mineral/uranium 2024-05-14 us-uranium-russia + company/centrus company/rosatom
mineral/antimony 2024-12-04 cn-46-2024-2 + agency/mofcom company/perpetua
mineral/antimony 2024-12-04 cn-46-2024-2 + company/perpetua agency/us-defense
`;

export const TECHNOLOGIES = `
technology/silicon-wafers 2025-07-15 us-section-232-polysilicon
technology/photoresist 2019-07-05 jp-korea-materials
technology/euv-lithography 2019-12-01 nl-euv
technology/euv-lithography 2023-02-01 nl-euv
technology/duv-lithography 2023-07-01 nl-order-2023
technology/duv-lithography 2024-09-07 nl-order-2024
technology/duv-lithography 2023-03-31 nl-order-2023
technology/eda 2025-05-29 us-eda-letters
technology/eda 2025-07-03 us-eda-letters
technology/eda 2022-08-14 us-ecad-2022
technology/gaafet 2024-09-06 us-gaafet-2024
technology/quantum-computing 2024-09-06 us-quantum-2024
technology/semiconductor-equipment 2022-10-10 us-sme-2023
technology/semiconductor-equipment 2024-12-03 us-sme-fdpr-2024
technology/rare-earth-processing 2023-12-21 cn-tech-catalogue-2023
technology/magnet-making 2023-12-21 cn-tech-catalogue-2023
technology/rare-earth-processing 2025-10-09 cn-62-2025-a
technology/battery-cathode 2025-07-16 cn-tech-catalogue-2025
technology/drones 2024-08-01 cn-drones-2023
technology/drones 2023-07-31 cn-drones-2023
technology/drones 2025-12-23 us-fcc-dji
technology/lidar 2024-01-31 cn-tech-catalogue-2023-lidar
technology/twinscan-nxt-1980i 2024-09-07 nl-order-2024
technology/eda 2025-05-30 us-eda-letters + company/synopsys company/cadence agency/bis
`;

export const CHIPS = `
chip/nvidia-h20 2025-04-16 us-h20-letter
chip/nvidia-h20 2025-07-15 us-h20-letter
chip/nvidia-h20 2025-08-11 us-revenue-share
chip/nvidia-h20 2025-08-13 cn-h20-advice
chip/nvidia-h20 2026-12-01 us-h20-letter
chip/nvidia-h200 2025-12-09 us-h200-export
chip/nvidia-h200 2026-01-15 us-h200-export
chip/nvidia-h200 2024-06-01 us-h200-export
chip/nvidia-h200 2026-01-16 cn-h200-customs + agency/gacc
chip/nvidia-h100 2022-09-01 us-acs-2023-notice
chip/nvidia-h100 2023-10-18 us-acs-2023-notice
chip/nvidia-a100 2022-09-01 us-acs-2023-notice
chip/nvidia-a100 2022-10-08 us-acs-2023-notice
chip/nvidia-a800 2023-10-18 us-acs-2023-notice
chip/nvidia-h800 2023-10-24 us-acs-2023-notice
chip/nvidia-l40s 2023-10-24 us-acs-2023-notice
chip/nvidia-rtx-4090 2023-10-18 us-3a090-2023
chip/nvidia-b30a 2025-11-07 us-b30a
chip/nvidia-rtx-pro-6000d 2025-09-17 cn-rtx-pro-6000d
chip/blackwell 2025-11-03 us-blackwell
chip/nvidia-b200 2025-11-03 us-blackwell
chip/nvidia-gb200 2025-11-20 us-blackwell
chip/amd-mi308 2025-04-16 us-mi308-letter
chip/amd-mi250 2022-09-01 us-letter-2022-amd
chip/intel-gaudi-3 2025-04-17 us-gaudi-letter
chip/hbm 2024-12-03 us-hbm-2024
chip/hbm3e 2024-12-02 us-hbm-2024
chip/hbm 2025-08-11 us-hbm-2024
chip/ascend-910c 2025-05-14 us-ascend-gp10
chip/ascend-910b 2025-05-14 us-ascend-gp10
chip/legacy-chips 2024-12-24 us-section-301-semiconductors-2025
chip/legacy-chips 2025-12-24 us-section-301-chips
chip/semiconductors 2025-01-02 us-section-301-semiconductors-2025
chip/automotive-chips 2025-10-20 cn-nexperia-2025
chip/hopper 2023-10-18 us-acs-2023-notice
chip/ai-accelerator 2023-10-18 us-3a090-2023
chip/ai-accelerator 2026-01-15 us-h200-export
chip/nvidia-h20 2025-08-11 us-revenue-share + agency/white-house company/nvidia company/amd
chip/nvidia-h20 2025-08-13 cn-h20-advice + agency/cac company/nvidia
chip/nvidia-h20 2025-07-15 us-h20-letter + agency/us-commerce company/nvidia chip/blackwell
chip/nvidia-h200 2026-01-15 us-h200-export + agency/bis agency/white-house company/nvidia
chip/nvidia-h200 2026-01-16 us-section-232-chips + instrument/section-232-chips company/nvidia
`;

export const FIRMS = `
company/smic 2020-12-18 us-entity-smic-10nm
company/smic 2020-12-04 us-1260h-2021
company/smic 2020-09-27 us-letter-2020-smic
company/smic 2025-07-18 us-entity-smic-other
company/huawei 2019-05-16 us-entity-huawei
company/huawei 2020-05-15 us-fdpr-huawei
company/huawei 2020-07-14 us-fdpr-huawei
company/huawei 2025-07-18 us-entity-huawei
company/huawei 2020-07-15 us-fdpr-huawei + agency/uk-dcms
company/zte 2018-04-17 us-denial-zte
company/zte 2018-07-14 us-denial-zte
company/bytedance 2024-04-25 us-pafaca-bytedance
company/bytedance 2025-01-19 us-pafaca-bytedance
company/bytedance 2024-11-07 ca-bytedance-2024 + agency/ca-ised
company/cxmt 2025-01-08 us-1260h-2025
company/ymtc 2022-12-16 us-entity-2022-12
company/ymtc 2024-01-31 us-entity-2022-12
company/dji 2020-12-18 us-entity-dji
company/dji 2025-12-23 us-fcc-dji
company/micron 2023-05-22 cn-micron-2023
company/micron 2018-11-01 cn-micron-2023
company/nexperia 2025-10-14 nl-nexperia
company/nexperia 2025-10-20 cn-nexperia-2025 + agency/mofcom
company/nexperia 2025-10-20 nl-nexperia + agency/nl-economic-affairs
company/nexperia 2025-11-20 nl-nexperia
company/nvidia 2025-04-16 us-h20-letter
company/nvidia 2025-09-18 cn-rtx-pro-6000d
company/asml 2023-06-30 nl-order-2023
company/asml 2024-09-07 nl-order-2024
company/asml 2019-11-06 nl-euv
company/tsmc 2024-11-12 us-letter-2024-tsmc
company/tsmc 2025-09-03 us-veu-tsmc
company/samsung 2025-08-30 us-veu-samsung-skhynix
company/sk-hynix 2025-08-30 us-veu-samsung-skhynix
company/fujian-jinhua 2018-10-30 us-entity-2018-jinhua
company/hikvision 2019-10-08 us-entity-2019-xinjiang
company/sensetime 2019-10-08 us-entity-2019-xinjiang
company/xiaomi 2021-01-15 us-1237-xiaomi
company/phytium 2021-04-08 us-entity-2021-phytium
company/cambricon 2022-12-16 us-entity-2022-12
company/biren 2023-10-17 us-entity-2023-10
company/moore-threads 2023-10-17 us-entity-2023-10
company/inspur 2023-03-02 us-entity-2023-03
company/inspur 2025-03-26 us-entity-2025-03
company/naura 2024-12-03 us-entity-2024-12
company/wingtech 2024-12-03 us-entity-2024-12
company/wingtech 2025-10-13 nl-nexperia
company/sophgo 2025-01-16 us-entity-2025-01
company/zhipu 2025-01-16 us-entity-2025-01-zhipu
company/gmc-semiconductor 2025-09-13 us-entity-2025-09
company/tencent 2025-01-07 us-1260h-2025
company/catl 2025-01-07 us-1260h-2025
company/alibaba 2026-02-13 us-1260h-2026-02
company/alibaba 2026-06-09 us-1260h-2026
company/byd 2024-09-27 us-section-301-electric-cars
company/byd 2024-07-05 eu-cvd-electric-cars + agency/european-commission
company/rusal 2018-04-07 us-sdn-rusal-2018
company/rosneft 2025-10-23 us-sdn-russia-oil
company/lukoil 2025-10-23 us-sdn-russia-oil
company/nayara-energy 2025-07-20 eu-nayara-freeze
company/skydio 2024-10-11 cn-afsl-arms-firms
company/lockheed-martin 2022-02-21 cn-afsl-arms-firms
company/illumina 2025-03-04 cn-illumina-2025
company/us-steel 2025-01-04 us-nippon-steel
company/us-steel 2025-06-14 us-nippon-steel
company/nippon-steel 2025-06-14 us-nippon-steel
company/mp-materials 2026-06-23 cn-list-us-2026-06
company/g42 2025-11-20 us-3a090-gulf
company/anthropic 2026-03-04 us-supply-chain-risk-anthropic-4713
company/bhp 2025-10-01 cn-bhp-ore-2025
company/synopsys 2025-05-30 us-eda-letters
company/tp-link 2026-03-24 us-fcc-routers
company/longi 2025-06-25 us-section-301-solar-2024
company/boeing 2025-04-16 cn-boeing-deliveries-2025
company/comac 2025-05-29 us-letter-2025-comac
company/hytera 2024-08-01 us-fcc-2021
company/manus 2026-04-28 cn-manus-2026
company/amd 2025-08-11 us-mi308-letter
company/intel 2023-12-27 cn-safe-processors
company/applied-materials 2022-10-10 us-fab-items-2022
company/huawei 2019-05-17 us-entity-huawei + agency/us-commerce instrument/entity-list agency/white-house
company/huawei 2025-06-16 tw-huawei-smic + agency/tw-ita instrument/tw-entity-list
company/smic 2021-01-06 us-1260h-2021 + agency/us-defense
company/smic 2024-12-03 us-entity-smic-other + agency/bis instrument/entity-list
company/ymtc 2024-01-31 us-1260h-2024 + agency/us-defense instrument/section-1260h
company/cambricon 2025-10-20 us-entity-2022-12
company/moore-threads 2025-01-15 us-entity-2023-10
company/biren 2025-10-20 us-entity-2023-10
company/hygon 2025-01-15 us-entity-2019-supercomputing
company/hua-hong 2026-05-01 us-letter-2026-hua-hong
company/samsung 2025-08-30 us-veu-samsung-skhynix + agency/bis instrument/veu
company/nvidia 2025-09-18 cn-rtx-pro-6000d + agency/cac
`;

export const BODIES = `
agency/mofcom 2023-07-04 cn-51-2024-gallium-germanium
agency/mofcom 2024-12-03 cn-46-2024-2
agency/mofcom 2025-04-04 cn-18-2025
agency/mofcom 2025-10-09 cn-61-2025-1
agency/bis 2022-10-07 us-fab-items-2022
agency/bis 2024-12-02 us-hbm-2024
agency/bis 2025-09-29 us-affiliates-entity-list
agency/bis 2025-04-16 us-h20-letter
agency/ofac 2025-10-22 us-sdn-russia-oil
agency/white-house 2025-04-05 us-ieepa-reciprocal
agency/ustr 2018-09-25 us-section-301-list-3
agency/meti 2019-07-02 jp-korea-materials
agency/cac 2023-05-22 cn-micron-2023
agency/cac 2025-09-18 cn-rtx-pro-6000d
agency/arecoms 2025-02-24 drc-cobalt-stop-2025
agency/nl-economic-affairs 2025-10-13 nl-nexperia
agency/fcc 2025-12-23 us-fcc-dji
agency/cbp 2021-06-24 us-wro-hoshine
agency/cbp 2025-05-01 us-uflpa
agency/us-treasury 2025-01-03 us-outbound-2025-prohibited
agency/us-defense 2025-01-07 us-1260h-2025
agency/us-defense 2026-06-09 us-1260h-2026
`;
