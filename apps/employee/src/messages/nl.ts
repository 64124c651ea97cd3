import type { MessagesLike } from '@signalen/ui'
import { shell } from './nl/shell.ts'

export const nl = { shell }

export type Messages = MessagesLike<typeof nl>
