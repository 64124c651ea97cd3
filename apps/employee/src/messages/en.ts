import { shell } from './en/shell.ts'
import type { Messages } from './nl.ts'

export const en: Messages = { shell }
