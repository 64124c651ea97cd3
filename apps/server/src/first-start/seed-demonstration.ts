import type { Context } from '@signalen/services'

/** Makes the reports of the demonstration through the same operations that people use. */
export async function seedDemonstration(_context: Context): Promise<void> {}
