export const PHOTO_LIMITS = { count: 5, answerCount: 3, bytes: 20 * 1024 * 1024 } as const
