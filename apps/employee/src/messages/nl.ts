import type { MessagesLike } from '@signalen/ui'
import { areas } from './nl/areas.ts'
import { bulk } from './nl/bulk.ts'
import { categories } from './nl/categories.ts'
import { commands } from './nl/commands.ts'
import { create } from './nl/create.ts'
import { dashboard } from './nl/dashboard.ts'
import { field } from './nl/field.ts'
import { filters } from './nl/filters.ts'
import { help } from './nl/help.ts'
import { labels } from './nl/labels.ts'
import { lists } from './nl/lists.ts'
import { municipality } from './nl/municipality.ts'
import { operations } from './nl/operations.ts'
import { overview } from './nl/overview.ts'
import { people } from './nl/people.ts'
import { persons } from './nl/persons.ts'
import { planned } from './nl/planned.ts'
import { questions } from './nl/questions.ts'
import { relations, suggestion } from './nl/relations.ts'
import { report } from './nl/report.ts'
import { forms } from './nl/report-forms.ts'
import { routing } from './nl/routing.ts'
import { rules } from './nl/rules.ts'
import { settings } from './nl/settings.ts'
import { setup } from './nl/setup.ts'
import { shell } from './nl/shell.ts'
import { suggestions } from './nl/suggestions.ts'
import { theme } from './nl/theme.ts'

export const nl = {
  shell,
  labels,
  overview,
  filters,
  field,
  bulk,
  commands,
  dashboard,
  create,
  report,
  forms,
  settings,
  suggestions,
  theme,
  relations,
  suggestion,
  questions,
  lists,
  persons,
  municipality,
  people,
  operations,
  help,
  setup,
  planned,
  rules,
  areas,
  categories,
  routing,
}

export type Messages = MessagesLike<typeof nl>
