import {
  mainSlugParams,
  pageQuery,
  publicMainCategory,
  publicMainCategoryPage,
  publicSubcategory,
  publicSubcategoryPage,
  subSlugParams,
} from '@signalen/contract'
import { childrenOf, getCategoryBySlugs, getCategoryIcon, getCategoryTree } from '@signalen/services'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import { presentPublicMainCategory, presentPublicSubcategory } from '../../present/present-category.ts'
import type { Api } from '../../types.ts'

const tags = ['categories']
const config = { operation: 'public.category.read' } as const

export function publicCategoryRoutes(app: Api): void {
  mainCategoryRoutes(app)
  subcategoryRoutes(app)
  iconRoutes(app)
}

function mainCategoryRoutes(app: Api): void {
  app.get(
    '/v1/public/terms/categories',
    {
      config,
      schema: {
        tags,
        summary: 'Main categories with their subcategories',
        querystring: pageQuery,
        response: { 200: publicMainCategoryPage },
      },
    },
    async (request) => {
      const tree = await getCategoryTree(contextOf(request).db)
      return halList(
        request,
        tree.mains.map((main) => presentPublicMainCategory(baseUrl(request), tree, main)),
      )
    },
  )

  app.get(
    '/v1/public/terms/categories/:slug',
    {
      config,
      schema: {
        tags,
        summary: 'A main category',
        params: mainSlugParams,
        response: { 200: publicMainCategory },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const main = await getCategoryBySlugs(context, request.params.slug)
      return presentPublicMainCategory(baseUrl(request), await getCategoryTree(context.db), main)
    },
  )
}

function subcategoryRoutes(app: Api): void {
  app.get(
    '/v1/public/terms/categories/:slug/sub_categories',
    {
      config,
      schema: {
        tags,
        summary: 'Subcategories of a main category',
        params: mainSlugParams,
        querystring: pageQuery,
        response: { 200: publicSubcategoryPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const main = await getCategoryBySlugs(context, request.params.slug)
      const children = childrenOf(await getCategoryTree(context.db), main)
      return halList(
        request,
        children.map((child) => presentPublicSubcategory(baseUrl(request), child)),
      )
    },
  )

  app.get(
    '/v1/public/terms/categories/:slug/sub_categories/:sub_slug',
    {
      config,
      schema: { tags, summary: 'A subcategory', params: subSlugParams, response: { 200: publicSubcategory } },
    },
    async (request) => {
      const { slug, sub_slug } = request.params
      return presentPublicSubcategory(
        baseUrl(request),
        await getCategoryBySlugs(contextOf(request), slug, sub_slug),
      )
    },
  )
}

function iconRoutes(app: Api): void {
  app.get(
    '/v1/public/category-icons/:name',
    {
      config,
      schema: {
        tags,
        summary: 'The icon of a category',
        params: z.object({ name: z.string() }),
        produces: ['image/svg+xml', 'image/png', 'image/jpeg', 'image/gif'],
      },
    },
    async (request, reply) => {
      const icon = await getCategoryIcon(contextOf(request), request.params.name)
      return (
        reply
          .type(icon.mimetype)
          .header('content-length', String(icon.size))
          // A drawing may hold styles of its own; it may do nothing, and nothing may be fetched for it.
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
          .header('cache-control', 'public, max-age=31536000, immutable')
          .send(icon.bytes)
      )
    },
  )
}
