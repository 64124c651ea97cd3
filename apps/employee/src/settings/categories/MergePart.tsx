import type { CategoryMergeAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Heading, Paragraph, SelectField } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { useCategories } from '../../api/reference.ts'
import { read } from '../../api/request.ts'
import type { Category } from '../../api/wire.ts'
import { CategoryCombobox } from '../../components/CategoryCombobox.tsx'
import { toCategoryTree } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'
import { RulesNaming } from '../RulesNaming.tsx'
import { useSave } from '../use-save.ts'

const LIST = '/instellingen/categorieen'

/** Merging with another category, or going to another main category: what happens stands there before. */
export function MergePart({ category }: { readonly category: Category }) {
  const texts = useMessages().categories
  return (
    <section className="category-part" aria-labelledby="merge">
      <Heading level={2} look={4} id="merge">
        {texts.merge}
      </Heading>
      {category.is_active && <MergeFields category={category} />}
      <MoveFields category={category} />
    </section>
  )
}

function MergeFields({ category }: { readonly category: Category }) {
  const messages = useMessages()
  const texts = messages.categories
  const [target, setTarget] = useState<Category>()
  const save = useSave('categories', 'signals')
  const path = `${PRIVATE}/categories/${category.id}/merge`
  const plan = useQuery({
    queryKey: ['categories', 'merge', category.id, target?.id],
    queryFn: () => read<CategoryMergeAnswer>(`${path}?into=${target?.id}`),
    enabled: target !== undefined,
    retry: false,
    gcTime: 0,
  })
  const failure = save.error ?? plan.error
  return (
    <>
      <CategoryCombobox
        id="merge-into"
        label={texts.mergeInto}
        value={target ? String(target.id) : ''}
        onChange={(_, chosen) => setTarget(chosen)}
      />
      {failure !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(failure, messages)}</Paragraph>
        </Alert>
      )}
      {target && <RulesNaming subjects={[{ kind: 'sub', name: category.name }]} />}
      {target && plan.data && (
        <Alert kind="warning" title={texts.mergeTitle(category.name, target.name)}>
          <MergeWords plan={plan.data} from={category.name} into={target.name} />
          <Actions>
            <Button
              negative
              disabled={save.isPending}
              onClick={() => save.mutate({ path, method: 'POST', body: { into: target.id }, goTo: LIST })}
            >
              {texts.mergeNow(plan.data.open)}
            </Button>
          </Actions>
        </Alert>
      )}
    </>
  )
}

interface MergeWordsProps {
  readonly plan: CategoryMergeAnswer
  readonly from: string
  readonly into: string
}

function MergeWords({ plan, from, into }: MergeWordsProps) {
  const texts = useMessages().categories
  return (
    <ul>
      <li>{texts.mergeOpen(plan.open, into)}</li>
      <li>{texts.mergeDeadline}</li>
      <li>{plan.keeps_assignment ? texts.mergeKeeps : texts.mergeLoses}</li>
      <li>{texts.mergeEnded(plan.ended, from)}</li>
      {plan.standard_texts > 0 && <li>{texts.mergeTexts(plan.standard_texts)}</li>}
      {plan.questions > 0 && <li>{texts.mergeQuestions(plan.questions)}</li>}
      {plan.rules.length > 0 && <li>{texts.mergeRules(plan.rules)}</li>}
      <li>{texts.mergeStops(from)}</li>
    </ul>
  )
}

function MoveFields({ category }: { readonly category: Category }) {
  const messages = useMessages()
  const texts = messages.categories
  const categories = useCategories().data ?? []
  const [main, setMain] = useState('')
  const save = useSave('categories', 'signals')
  const mains = toCategoryTree(categories).filter(
    ({ main: one, subs }) => one.is_active && !subs.some(({ id }) => id === category.id),
  )
  return (
    <>
      <SelectField
        id="move-to"
        name="main"
        label={texts.moveTo}
        description={texts.moveHint}
        emptyLabel="–"
        options={mains.map(({ main: one }) => ({ value: String(one.id), label: one.name }))}
        value={main}
        onChange={(event) => setMain(event.target.value)}
      />
      {save.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(save.error, messages)}</Paragraph>
        </Alert>
      )}
      <Actions>
        <Button
          disabled={main === '' || save.isPending}
          onClick={() =>
            save.mutate({
              path: `${PRIVATE}/categories/${category.id}/move`,
              method: 'POST',
              body: { main: Number(main) },
              goTo: LIST,
            })
          }
        >
          {texts.move}
        </Button>
      </Actions>
    </>
  )
}
