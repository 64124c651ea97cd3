/** What is of no municipality and lives for hours at most. */
export const SHARED_SCHEMA = 'signalen_shared'
