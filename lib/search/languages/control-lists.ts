/** Names of the entries of the lists whose numbers look like "5E002". */
export const CONTROL_LISTS = ['Commerce Control List', 'EU Dual-Use Regulation', "China's dual-use item list"] as const;
