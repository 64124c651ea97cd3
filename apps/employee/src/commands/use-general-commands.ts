import { useNavigate } from 'react-router'
import { useDepartments, useSavedFilters } from '../api/reference.ts'
import { EMPTY_QUERY, type Filters, fromFilterOptions, writeListQuery } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { listWorklists } from '../overview/worklists.ts'
import { useRights } from '../rights/use-rights.ts'
import { canOpenSettings } from '../settings/sections.ts'
import type { Command } from './command-store.ts'

/** What can be done from any screen: its own screens, and every list that is at hand. */
export function useGeneralCommands(): readonly Command[] {
  const { commands, overview, shell } = useMessages()
  const navigate = useNavigate()
  const rights = useRights()
  const departments = useDepartments().data ?? []
  const saved = useSavedFilters().data ?? []
  const { user } = rights
  const codes = departments
    .filter(({ name }) => user?.profile.departments.includes(name))
    .map(({ code }) => code)
  const go = (to: string) => () => void navigate(to)
  const toList = (filters: Filters) => go(`/incidents?${writeListQuery({ ...EMPTY_QUERY, filters })}`)
  const screens: (Command | false)[] = [
    { id: 'go-overview', label: shell.overview, group: commands.goTo, shortcut: 'o', run: go('/incidents') },
    rights.may('signal.create') && {
      id: 'go-create',
      label: shell.create,
      group: commands.goTo,
      shortcut: 'n',
      run: go('/incident/nieuw'),
    },
    { id: 'go-route', label: shell.route, group: commands.goTo, run: go('/route') },
    rights.may('report.read') && {
      id: 'go-figures',
      label: shell.figures,
      group: commands.goTo,
      run: go('/signalering'),
    },
    canOpenSettings(rights) && {
      id: 'go-settings',
      label: shell.settings,
      group: commands.goTo,
      run: go('/instellingen'),
    },
  ]
  const worklists = user ? listWorklists({ email: user.email, departmentCodes: codes }) : []
  return [
    ...screens.filter((one) => one !== false),
    ...worklists.map(({ name, filters }) => ({
      id: `list-${name}`,
      label: overview.lists[name],
      group: overview.worklists,
      run: toList(filters),
    })),
    ...saved.map(({ id, name, options }) => ({
      id: `filter-${id}`,
      label: name,
      group: overview.myFilters,
      run: toList(fromFilterOptions(options)),
    })),
  ]
}
