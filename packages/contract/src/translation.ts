import { json } from './signal-fields.ts'

/** Whatever the client that reads it makes of it. */
export const translations = json
