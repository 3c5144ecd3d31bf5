/**
 * The measures of reports of 2023 to 2026 that nobody considered when the ranking rules were
 * written. They were found by searching for headlines, and name bodies and firms as the headlines
 * do.
 */
export const NEWS = `
mineral/holmium 2025-10-10 cn-57-2025 + agency/mofcom instrument/cn-announcement-61-2025
mineral/rare-earths 2025-10-09 cn-61-2025-1 + agency/mofcom
technology/rare-earth-processing 2025-10-09 cn-62-2025-a + agency/mofcom
mineral/tungsten 2025-02-04 cn-10-2025 + agency/mofcom agency/usgs
mineral/indium 2025-02-06 cn-10-2025 + agency/mofcom agency/usgs
chip/nvidia-h20 2025-08-08 us-h20-letter + agency/us-commerce agency/bis company/nvidia agency/white-house
company/nvidia 2025-08-08 us-h20-letter + agency/bis agency/us-commerce
chip/nvidia-h200 2025-12-19 us-h200-export + agency/us-commerce company/nvidia agency/us-state agency/us-defense
chip/nvidia-h100 2023-12-05 us-acs-2023-notice + agency/us-commerce
chip/amd-mi308 2025-08-11 us-mi308-letter + company/amd company/nvidia agency/us-commerce
company/nexperia 2025-10-17 nl-nexperia + company/wingtech
company/nexperia 2025-10-23 cn-nexperia-2025 + agency/mofcom company/wingtech
company/wingtech 2025-10-03 us-entity-2024-12 + company/nexperia
company/catl 2025-01-07 us-1260h-2025 + agency/us-defense company/tencent
company/dji 2024-10-19 us-1260h-2022 + agency/us-defense
company/hesai 2024-10-15 us-1260h-2024 + agency/us-defense
mineral/uranium 2024-11-16 ru-enriched-uranium-2024 + company/rosatom company/centrus
mineral/graphite 2025-07-17 us-adcvd-anode + agency/us-commerce agency/us-ita company/novonix
mineral/synthetic-graphite 2025-07-18 us-adcvd-anode + agency/us-commerce
technology/eda 2025-07-03 us-eda-letters + agency/us-commerce company/synopsys company/cadence
company/cadence 2025-07-03 us-eda-letters + agency/us-commerce
mineral/cobalt 2025-02-25 drc-cobalt-stop-2025 + company/glencore company/cmoc
company/cmoc 2025-10-13 drc-cobalt-quota-2025 + agency/arecoms company/glencore
company/sk-hynix 2025-08-30 us-veu-samsung-skhynix + agency/us-commerce company/samsung
mineral/lithium 2026-02-26 zw-raw-minerals-2026
mineral/bauxite 2023-01-10 id-bauxite-ban
mineral/lithium 2023-06-09 zw-base-minerals-2023
mineral/rare-earths 2023-06-09 cn-export-licence-2015
company/biren 2023-10-18 us-entity-2023-10 + agency/bis instrument/entity-list
mineral/aluminium 2025-03-12 us-section-232-aluminium + agency/white-house agency/european-commission
mineral/copper 2025-07-09 us-section-232-copper + agency/white-house
company/micron 2023-05-22 cn-micron-2023 + agency/cac agency/us-commerce
company/ymtc 2022-12-16 us-entity-2022-12 + agency/bis
company/smic 2024-12-03 us-entity-smic-other + agency/bis instrument/entity-list
company/asml 2024-01-02 nl-order-2023
company/tsmc 2024-11-12 us-letter-2024-tsmc + agency/us-commerce company/huawei
company/huawei 2024-05-08 us-entity-huawei + agency/us-commerce company/intel company/qualcomm
company/inspur 2025-03-26 us-entity-2025-03 + agency/bis instrument/entity-list
mineral/palladium 2025-08-01 us-adcvd-palladium + agency/us-commerce company/nornickel
company/nornickel 2024-04-13 us-russian-metals-2024 + agency/uk-treasury agency/lme
mineral/nickel 2024-04-13 us-russian-metals-2024 + agency/lme agency/us-treasury
company/bytedance 2025-01-18 us-pafaca-bytedance
mineral/dysprosium 2025-05-30 cn-18-2025 + agency/mofcom agency/white-house
mineral/ndfeb-magnets 2025-06-05 cn-18-2025 + agency/mofcom agency/us-commerce
`;
