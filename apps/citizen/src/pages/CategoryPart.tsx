import { Button, Paragraph, SelectField, type SelectGroup } from '@signalen/ui'
import type { MainCategory } from '../api/categories.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import type { PlaceData } from '../routes/place-data.ts'

export interface CategoryPartProps {
  readonly draft: Draft
  readonly data: PlaceData
  readonly messages: Messages
}

export const SUBJECT_ID = 'onderwerp'

/** The subject that was chosen and is not there any more, as `main/sub`; it is not told from one that cannot be had. */
export function findVanished(
  { category }: Draft,
  { subcategory, categories }: Pick<PlaceData, 'subcategory' | 'categories'>,
): string | undefined {
  const isGone = category !== null && subcategory === undefined && categories.length > 0
  return isGone ? `${category.main}/${category.sub}` : undefined
}

/** What the report is taken to be about, and a quiet way to say otherwise. A script makes the list searchable. */
export function CategoryPart({ draft, data, messages }: CategoryPartProps) {
  const text = messages.place
  const chosen = draft.category ? `${draft.category.main}/${draft.category.sub}` : ''
  return (
    <div className="citizen-category" id={SUBJECT_ID} tabIndex={-1}>
      <CategorySentence draft={draft} data={data} messages={messages} />
      <details className="citizen-details">
        <summary>{text.categoryChange}</summary>
        <div className="citizen-category__choice signalen-stack signalen-stack--tight">
          <SelectField
            id="categorie"
            name="_category"
            label={text.categoryLabel}
            groups={toGroups(data.categories)}
            defaultValue={data.subcategory ? chosen : 'overig/overig'}
            data-category-list=""
            data-none={text.categoryNone}
          />
          <div>
            <Button type="submit" name="_action" value="category" formNoValidate data-category-use="">
              {text.categoryUse}
            </Button>
          </div>
        </div>
      </details>
    </div>
  )
}

function CategorySentence({ draft, data, messages }: CategoryPartProps) {
  const text = messages.place
  const vanished = findVanished(draft, data)
  if (vanished !== undefined) {
    return (
      <>
        <input type="hidden" name="_vanished" value={vanished} />
        <Paragraph role="status">{text.categoryVanished}</Paragraph>
      </>
    )
  }
  if (!data.subcategory || draft.category?.chosenBy === 'nobody')
    return <Paragraph>{text.categoryUnknown}</Paragraph>
  const isOwn = draft.category?.chosenBy === 'person'
  return (
    <Paragraph>
      {isOwn ? text.categoryChosen : text.categorySuggested}{' '}
      <strong lang={data.subcategory.lang}>{data.subcategory.name}</strong>. {!isOwn && text.categoryReason}
    </Paragraph>
  )
}

export function toGroups(categories: readonly MainCategory[]): SelectGroup[] {
  return categories.map((main) => ({
    label: main.name,
    options: main.subcategories.map((sub) => ({
      value: `${sub.main}/${sub.sub}`,
      label: sub.name,
      lang: sub.lang,
    })),
  }))
}
