import type {
  CategoryAnswer,
  CategoryTranslationsAnswer,
  DepartmentAnswer,
  DepartmentListItem,
  PublicMainCategory,
  PublicSubcategory,
} from '@signalen/contract'
import { type CategoryTexts, displayCategory, displayDepartment } from '@signalen/domain'
import {
  type Category,
  type CategoryTree,
  childrenOf,
  type DepartmentCategory,
  type DepartmentDetail,
  iconNameOf,
} from '@signalen/services'
import { curies, link } from '../links.ts'

const PUBLIC = '/signals/v1/public/terms/categories'
const PRIVATE = '/signals/v1/private'

export function presentPublicMainCategory(
  base: string,
  tree: CategoryTree,
  main: Category,
): PublicMainCategory {
  const children = childrenOf(tree, main)
  return {
    _links: publicLinksOf(base, main),
    _display: displayOf(main),
    name: main.name,
    slug: main.slug,
    public_name: main.publicName,
    is_public_accessible: main.isPublicAccessible || children.some((child) => child.isPublicAccessible),
    sub_categories: children.map((child) => presentPublicSubcategory(base, child)),
    configuration: main.configuration,
    ...presentTranslations(main),
  }
}

export function presentPublicSubcategory(base: string, category: Category): PublicSubcategory {
  const { questionnaireUuid } = category
  return {
    ...presentCommon(base, category),
    ...(questionnaireUuid === null ? {} : { questionnaire: questionnaireUuid }),
    public_name: category.publicName,
    is_public_accessible: category.isPublicAccessible,
    ...presentTranslations(category),
  }
}

/** Only where there are any: existing clients know nothing of them. */
function presentTranslations({ translations }: Category): { translations?: CategoryTranslationsAnswer } {
  const languages = Object.entries(translations)
  if (languages.length === 0) return {}
  return {
    translations: Object.fromEntries(languages.map(([language, texts]) => [language, presentTexts(texts)])),
  }
}

function presentTexts({ name, publicName, description, handlingMessage }: CategoryTexts = {}) {
  return {
    ...(name && { name }),
    ...(publicName && { public_name: publicName }),
    ...(description && { description }),
    ...(handlingMessage && { handling_message: handlingMessage }),
  }
}

function presentCommon(base: string, category: Category) {
  return {
    _links: publicLinksOf(base, category),
    _display: displayOf(category),
    name: category.name,
    slug: category.slug,
    handling: category.handling,
    departments: listResponsible(category),
    is_active: category.isActive,
    description: category.description,
    handling_message: category.handlingMessage,
  }
}

/** By name, as lists of departments are. */
function listResponsible({ departments }: Category): PublicSubcategory['departments'] {
  return departments
    .filter(({ isResponsible }) => isResponsible)
    .map(({ code, name, isIntern }) => ({ code, name, is_intern: isIntern }))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
}

function publicLinksOf(base: string, category: Category): PublicSubcategory['_links'] {
  return {
    curies: curies(base),
    self: link(base, publicPathOf(category)),
    ...optionalLinksOf(base, category),
  }
}

function optionalLinksOf(base: string, { questionnaireUuid, icon }: Category) {
  return {
    ...(questionnaireUuid === null
      ? {}
      : { 'sia:questionnaire': link(base, `/signals/v1/public/qa/questionnaires/${questionnaireUuid}`) }),
    ...(icon === null ? {} : { 'sia:icon': { href: iconUrl(base, icon) } }),
  }
}

function publicPathOf({ parent, slug }: Category): string {
  return parent === null ? `${PUBLIC}/${slug}` : `${PUBLIC}/${parent.slug}/sub_categories/${slug}`
}

function displayOf({ name, parent }: Category): string {
  return displayCategory({ name, parentName: parent?.name ?? null })
}

export function iconUrl(base: string, key: string): string {
  return `${base}/signals/v1/public/category-icons/${iconNameOf(key)}`
}

export function presentCategory(base: string, category: Category): CategoryAnswer {
  const { id, serviceLevel, ownIcon } = category
  return {
    _links: privateLinksOf(base, category),
    _display: displayOf(category),
    id,
    name: category.name,
    slug: category.slug,
    is_active: category.isActive,
    description: category.description,
    handling_message: category.handlingMessage,
    sla: {
      n_days: serviceLevel?.days ?? null,
      use_calendar_days: serviceLevel?.calendarDays ?? null,
    },
    departments: category.departments.map((department) => ({
      id: department.id,
      code: department.code,
      name: department.name,
      is_intern: department.isIntern,
      is_responsible: department.isResponsible,
      can_view: department.canView,
    })),
    note: category.note,
    public_name: category.publicName,
    is_public_accessible: category.isPublicAccessible,
    configuration: category.configuration,
    icon: ownIcon === null ? null : iconUrl(base, ownIcon),
    ...presentTranslations(category),
  }
}

function privateLinksOf(base: string, category: Category): CategoryAnswer['_links'] {
  const { id, parent, slug } = category
  const terms = parent === null ? slug : `${parent.slug}/sub_categories/${slug}`
  return {
    curies: curies(base),
    self: { ...link(base, `${PRIVATE}/categories/${id}`), public: `${base}${publicPathOf(category)}` },
    archives: link(base, `${PRIVATE}/categories/${id}/history`),
    'sia:status-message-templates': link(
      base,
      `${PRIVATE}/terms/categories/${terms}/status-message-templates`,
    ),
    ...(parent === null
      ? {}
      : {
          'sia:parent': {
            ...link(base, `${PRIVATE}/categories/${parent.id}`),
            public: `${base}${PUBLIC}/${parent.slug}`,
          },
        }),
    ...optionalLinksOf(base, category),
  }
}

export function presentDepartmentListItem(base: string, department: DepartmentDetail): DepartmentListItem {
  const names = department.categories.map(({ category }) => category.name)
  return {
    ...presentDepartmentFacts(base, department),
    category_names: names.sort((left, right) => (left < right ? -1 : 1)),
    can_direct: department.canDirect,
  }
}

export function presentDepartment(base: string, department: DepartmentDetail): DepartmentAnswer {
  return {
    ...presentDepartmentFacts(base, department),
    categories: department.categories.map((linked) => presentDepartmentCategory(base, linked)),
    can_direct: department.canDirect,
  }
}

function presentDepartmentFacts(base: string, department: DepartmentDetail) {
  const { id, name, code, isIntern } = department
  return {
    _links: { self: link(base, `${PRIVATE}/departments/${id}`) },
    _display: displayDepartment(department),
    id,
    name,
    code,
    is_intern: isIntern,
  }
}

function presentDepartmentCategory(
  base: string,
  linked: DepartmentCategory,
): DepartmentAnswer['categories'][number] {
  const { category, link: department } = linked
  return {
    id: department.linkId,
    category: { ...presentCommon(base, category), id: category.id },
    is_responsible: department.isResponsible,
    can_view: department.canView,
  }
}
