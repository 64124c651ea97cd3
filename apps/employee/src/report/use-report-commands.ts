import type { SignalDetail } from '@signalen/contract'
import type { Priority } from '@signalen/domain'
import { useNavigate } from 'react-router'
import { type Command, useCommands } from '../commands/command-store.ts'
import { useShortcuts } from '../keyboard/use-shortcuts.ts'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import type { ReportDialog } from './dialogs.ts'
import { useReport } from './report-context.tsx'
import type { Neighbours } from './use-neighbours.ts'

/** What can be done with the report that is open, by its key and by its name. */
export function useReportCommands(neighbours: Neighbours, onDialog: (dialog: ReportDialog) => void): void {
  const { commands: texts, labels, report } = useMessages()
  const { signal, save } = useReport()
  const { may, user } = useRights()
  const navigate = useNavigate()
  const isUrgent = signal.priority.priority === 'high'

  function assignMe() {
    if (!user || signal.assigned_user_email === user.email) return
    void save({
      what: report.fields.assigned,
      body: { assigned_user_email: user.email },
      expect: (one: SignalDetail) => ({ ...one, assigned_user_email: user.email }),
      present: (one) => one.assigned_user_email ?? report.nobody,
    })
  }
  function turnUrgency() {
    const priority: Priority = isUrgent ? 'normal' : 'high'
    void save({
      what: report.fields.priority,
      body: { priority: { priority } },
      expect: (one: SignalDetail) => ({ ...one, priority: { ...one.priority, priority } }),
      present: (one) => (one.priority.priority === 'high' ? labels.priority.high : labels.priority.normal),
    })
  }
  const dialog = (name: ReportDialog) => () => onDialog(name)
  const possible: (Omit<Command, 'group'> | false)[] = [
    may('signal.changeStatus') && { id: 'status', label: texts.status, shortcut: 's', run: dialog('status') },
    may('signal.addNote') && {
      id: 'note',
      label: texts.note,
      shortcut: 'm',
      run: () => document.getElementById('note')?.focus(),
    },
    may('signal.assignUser') && { id: 'assign-me', label: texts.assignMe, shortcut: 'a', run: assignMe },
    may('signal.changeCategory') && {
      id: 'category',
      label: texts.category,
      shortcut: 'c',
      run: dialog('category'),
    },
    may('signal.changePriority') && {
      id: 'urgency',
      label: isUrgent ? texts.normal : texts.urgent,
      shortcut: 'h',
      run: turnUrgency,
    },
    may('signal.relate') && { id: 'relate', label: texts.relate, shortcut: 'b', run: dialog('relate') },
    may('signal.changeStatus') && { id: 'forward', label: texts.forward, run: dialog('forward') },
    may('signal.changeLocation') && { id: 'place', label: texts.place, run: dialog('place') },
    may('reporter.create') && { id: 'contact', label: texts.contact, run: dialog('contact') },
    { id: 'next', label: texts.next, shortcut: 'j', run: neighbours.goNext },
    { id: 'previous', label: texts.previous, shortcut: 'k', run: neighbours.goPrevious },
    {
      id: 'back',
      label: texts.back,
      shortcut: 'u',
      run: () => void navigate(neighbours.listAddress, { state: neighbours.returnState }),
    },
  ]
  const commands = possible.filter((one) => one !== false).map((one) => ({ ...one, group: texts.report }))
  useCommands(commands)
  useShortcuts(
    Object.fromEntries(commands.flatMap(({ shortcut, run }) => (shortcut ? [[shortcut, run] as const] : []))),
  )
}
