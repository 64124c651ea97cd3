import type { SignalDetail } from '@signalen/contract'
import { canChangeStatus, isStatusCode } from '@signalen/domain'
import { Actions, Button, CheckboxField, TextareaField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import type { Category } from '../../api/wire.ts'
import { CategoryCombobox } from '../../components/CategoryCombobox.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { responsibleCodes } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useDraft } from '../../state/use-draft.ts'
import { useReport } from '../report-context.tsx'
import { departmentsOf } from './AssigneeFact.tsx'
import { CategoryConsequence } from './CategoryConsequence.tsx'

interface CategoryDialogProps {
  /** Chosen beforehand, to be looked at. */
  readonly suggested?: Category
  readonly onClose: () => void
}

/** Another category; what follows from it is said before it is done. */
export function CategoryDialog({ suggested, onClose }: CategoryDialogProps) {
  const { forms, report, shell } = useMessages()
  const { signal, save } = useReport()
  const [category, setCategory] = useState<Category | undefined>(suggested)
  const [reason, setReason, clearReason] = useDraft(`category:${signal.id}`, '')
  const [isMissing, setIsMissing] = useState(false)
  const [resets, setResets] = useState(true)
  const canReset =
    isStatusCode(signal.status.state) &&
    signal.status.state !== 'm' &&
    canChangeStatus(signal.status.state, 'm')
  const isElsewhere = category !== undefined && !isSame(responsibleCodes(category), departmentsOf(signal))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!category) {
      setIsMissing(true)
      return document.getElementById('category')?.focus()
    }
    const text = reason.trim()
    const withStatus = isElsewhere && canReset && resets
    onClose()
    void save({
      what: report.fields.category,
      body: {
        category: { sub_category: category._links.self.public, ...(text && { text }) },
        ...(withStatus && { status: { state: 'm', text: text || null } }),
      },
      expect: (one: SignalDetail) => ({
        ...one,
        category: {
          ...one.category,
          sub: category.name,
          sub_slug: category.slug,
          departments: responsibleCodes(category).join(', '),
        },
      }),
      present: (one) => one.category.sub,
      onSaved: clearReason,
    })
  }
  return (
    <Dialog title={forms.category.title} onClose={onClose} className="dialog--tall">
      <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={submit}>
        <CategoryCombobox
          id="category"
          label={forms.category.label}
          value={category ? String(category.id) : ''}
          required
          error={isMissing && !category ? forms.category.chooseFirst : undefined}
          onChange={(_, chosen) => setCategory(chosen)}
        />
        {category && <CategoryConsequence category={category} isElsewhere={isElsewhere} />}
        {isElsewhere && canReset && (
          <CheckboxField
            id="reset-status"
            name="reset"
            label={forms.category.resetStatus}
            checked={resets}
            onChange={(event) => setResets(event.target.checked)}
          />
        )}
        <TextareaField
          id="category-reason"
          name="reason"
          rows={3}
          label={forms.category.reason}
          note={shell.optional}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Actions>
          <Button type="submit" purpose="primary">
            {forms.category.button}
          </Button>
          <Button purpose="subtle" onClick={onClose}>
            {shell.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((code) => right.includes(code))
}
