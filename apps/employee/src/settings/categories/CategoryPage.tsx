import { CheckboxField, Heading, SelectField, TextareaField, TextField } from '@signalen/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Category } from '../../api/wire.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { isMainCategory } from '../../filters/use-filter-names.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, useCategory } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { RulesNaming } from '../RulesNaming.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'
import { type CategoryInput, findCategoryFault, toCategoryBody, toCategoryInput } from './category-input.ts'
import { DepartmentFields } from './DepartmentFields.tsx'
import { IconPart } from './IconPart.tsx'
import { MergePart } from './MergePart.tsx'
import { TranslationFields } from './TranslationFields.tsx'

export function Component() {
  const { id } = useParams()
  const { data, error } = useCategory(id)
  if (error) return <LoadFailure error={error} />
  return data ? <CategoryForm key={id} category={data} /> : <Waiting />
}

const LIST = '/instellingen/categorieen'

function CategoryForm({ category }: { readonly category: Category }) {
  const { settings } = useMessages()
  const texts = settings.categories
  const { may } = useRights()
  const isMain = isMainCategory(category)
  const [input, setInput] = useState<CategoryInput>(() => toCategoryInput(category))
  const [fault, setFault] = useState<'name' | 'days'>()
  const save = useSave('categories')
  const set = (change: Partial<CategoryInput>) => setInput({ ...input, ...change })
  const path = `${PRIVATE}/categories/${category.id}`
  function submit() {
    const found = findCategoryFault(input, isMain)
    setFault(found)
    if (found) return document.getElementById(`category-${found}`)?.focus()
    save.mutate({ path, method: 'PATCH', body: toCategoryBody(category, input, isMain), goTo: LIST })
  }
  return (
    <SettingsForm
      title={category.name}
      back={{ to: LIST, label: texts.title }}
      canSave={may('category.update')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      plan={{
        kind: 'category',
        objectId: String(category.id),
        read: () => (findCategoryFault(input, isMain) ? undefined : toCategoryBody(category, input, isMain)),
      }}
      after={
        <>
          {may('category.update') && <IconPart category={category} />}
          {may('category.update') && !isMain && <MergePart category={category} />}
          <ChangeHistory kind="categories" path={`${path}/history/`} />
        </>
      }
    >
      <TextField
        id="category-name"
        name="name"
        label={settings.name}
        required
        maxLength={255}
        value={input.name}
        error={fault === 'name' ? settings.required : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      {(input.name.trim() !== category.name || (category.is_active && !input.isActive)) && (
        <RulesNaming subjects={[{ kind: isMain ? 'main' : 'sub', name: category.name }]} />
      )}
      <TextareaField
        id="category-description"
        name="description"
        rows={3}
        label={texts.description}
        description={texts.descriptionHint}
        value={input.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      {!isMain && <SubcategoryFields input={input} fault={fault} set={set} />}
      <TextField
        id="category-public-name"
        name="public_name"
        label={texts.publicName}
        description={texts.publicNameHint}
        maxLength={255}
        value={input.publicName}
        onChange={(event) => set({ publicName: event.target.value })}
      />
      <CheckboxField
        id="category-public"
        name="is_public_accessible"
        label={texts.isPublic}
        checked={input.isPublic}
        onChange={(event) => set({ isPublic: event.target.checked })}
      />
      {isMain && (
        <CheckboxField
          id="category-children"
          name="show_children"
          label={texts.showChildren}
          checked={input.showsChildren}
          onChange={(event) => set({ showsChildren: event.target.checked })}
        />
      )}
      <CheckboxField
        id="category-active"
        name="is_active"
        label={texts.isActive}
        checked={input.isActive}
        onChange={(event) => set({ isActive: event.target.checked })}
      />
      <TextareaField
        id="category-note"
        name="note"
        rows={3}
        label={texts.note}
        value={input.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      <TranslationFields
        input={input.translations}
        isMain={isMain}
        onChange={(translations) => set({ translations })}
      />
    </SettingsForm>
  )
}

interface SubcategoryFieldsProps {
  readonly input: CategoryInput
  readonly fault: 'name' | 'days' | undefined
  readonly set: (change: Partial<CategoryInput>) => void
}

/** What the reporter is promised, and who sees to it. */
function SubcategoryFields({ input, fault, set }: SubcategoryFieldsProps) {
  const messages = useMessages()
  const texts = messages.settings.categories
  const isResponsible = Object.values(input.rights).includes('responsible')
  return (
    <>
      <div className="signalen-inline-fields">
        <TextField
          id="category-days"
          name="n_days"
          inputMode="numeric"
          label={texts.days}
          description={texts.daysHint}
          value={input.days}
          error={fault === 'days' ? texts.daysWrong : undefined}
          onChange={(event) => set({ days: event.target.value })}
        />
        <SelectField
          id="category-days-kind"
          name="use_calendar_days"
          label={texts.daysKind}
          options={[
            { value: 'working', label: texts.workingDays },
            { value: 'calendar', label: texts.calendarDays },
          ]}
          value={input.usesCalendarDays ? 'calendar' : 'working'}
          onChange={(event) => set({ usesCalendarDays: event.target.value === 'calendar' })}
        />
      </div>
      <TextareaField
        id="category-handling"
        name="handling_message"
        rows={3}
        label={texts.handlingMessage}
        description={texts.handlingHint}
        value={input.handlingMessage}
        onChange={(event) => set({ handlingMessage: event.target.value })}
      />
      <div>
        <Heading level={2} look={4}>
          {texts.departments}
        </Heading>
        <DepartmentFields
          rights={input.rights}
          error={isResponsible ? undefined : messages.categories.noResponsible}
          onChange={(rights) => set({ rights })}
        />
      </div>
    </>
  )
}
