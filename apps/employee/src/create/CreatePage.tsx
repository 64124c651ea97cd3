import { Paragraph } from '@signalen/ui'
import { useMemo } from 'react'
import { useCategories } from '../api/reference.ts'
import { PageHeading } from '../components/Page.tsx'
import { useMessages } from '../language/language-context.tsx'
import { useDraft, useUnloadWarning } from '../state/use-draft.ts'
import { CreateForm } from './CreateForm.tsx'
import { type CreateInput, EMPTY_CREATE } from './create-input.ts'
import { KnownBeside } from './KnownBeside.tsx'

/** A report for somebody else, made while they tell it. */
export function Component() {
  const { create } = useMessages()
  const [input, setInput, clear] = useDraft<CreateInput>('create', EMPTY_CREATE)
  const categories = useCategories().data
  const category = useMemo(
    () => categories?.find(({ id }) => String(id) === input.categoryId),
    [categories, input.categoryId],
  )
  useUnloadWarning(input.text !== '')
  return (
    <div className="create">
      <div className="create__head">
        <PageHeading title={create.title} />
        <Paragraph>{create.intro}</Paragraph>
      </div>
      <CreateForm
        input={input}
        onChange={setInput}
        onClear={clear}
        category={category}
        categories={categories}
      />
      <KnownBeside email={input.email} place={input.place} subSlug={category?.slug} />
    </div>
  )
}
