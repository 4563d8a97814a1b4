export const nearMiss = { code: 'nearMiss', label: 'Near miss' }

export const veryWorried = { code: 'veryWorried', label: 'Very worried' }
