import type { MessagesLike } from '@signalen/ui'
import { bulk } from './nl/bulk.ts'
import { filters } from './nl/filters.ts'
import { labels } from './nl/labels.ts'
import { overview } from './nl/overview.ts'
import { shell } from './nl/shell.ts'

export const nl = { shell, labels, overview, filters, bulk }

export type Messages = MessagesLike<typeof nl>
