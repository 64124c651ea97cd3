import type { Language, MessagesLike } from '@signalen/ui'
import { en } from './en.ts'
import { nl } from './nl.ts'

export type Messages = MessagesLike<typeof nl>

export const MESSAGES: Readonly<Record<Language, Messages>> = { nl, en }
