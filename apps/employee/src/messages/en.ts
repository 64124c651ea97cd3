import { areas } from './en/areas.ts'
import { bulk } from './en/bulk.ts'
import { categories } from './en/categories.ts'
import { commands } from './en/commands.ts'
import { create } from './en/create.ts'
import { dashboard } from './en/dashboard.ts'
import { field } from './en/field.ts'
import { filters } from './en/filters.ts'
import { help } from './en/help.ts'
import { labels } from './en/labels.ts'
import { lists } from './en/lists.ts'
import { municipality } from './en/municipality.ts'
import { operations } from './en/operations.ts'
import { overview } from './en/overview.ts'
import { people } from './en/people.ts'
import { persons } from './en/persons.ts'
import { planned } from './en/planned.ts'
import { questions } from './en/questions.ts'
import { relations, suggestion } from './en/relations.ts'
import { report } from './en/report.ts'
import { forms } from './en/report-forms.ts'
import { routing } from './en/routing.ts'
import { rules } from './en/rules.ts'
import { settings } from './en/settings.ts'
import { setup } from './en/setup.ts'
import { shell } from './en/shell.ts'
import { suggestions } from './en/suggestions.ts'
import { theme } from './en/theme.ts'
import type { Messages } from './nl.ts'

export const en: Messages = {
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
