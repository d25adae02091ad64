export const varianceFormulas = ['LS', 'LS2', 'UB', 'RevMan', 'CMA', 'esc', 'cohen-d'] as const;
export const effectMeasures = ['SMD', 'MD', 'OR', 'RR', 'RD'] as const;
export const poolingMethods = ['CE', 'DL', 'REML', 'ML', 'PM', 'SJ', 'EB', 'HS', 'HE'] as const;
export const poolingTests = ['z', 'hk', 'hkTruncated'] as const;
