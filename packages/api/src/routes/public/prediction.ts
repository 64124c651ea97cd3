import { predictionAnswer, predictionRequest } from '@signalen/contract'
import { suggestCategory } from '@signalen/services'
import { baseUrl } from '../../links.ts'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const CATEGORIES = '/signals/v1/public/terms/categories'

export function predictionRoutes(app: Api): void {
  app.post(
    '/category/prediction',
    {
      config: { operation: 'public.prediction.read', errors: [504] },
      schema: {
        tags: ['categories'],
        summary: 'The likeliest category for a text',
        body: predictionRequest,
        response: { 200: predictionAnswer },
      },
    },
    async (request) => {
      const { main, sub } = await suggestCategory(contextOf(request), request.body.text)
      const [mainSlug, subSlug] = sub.category.split('/')
      const address = `${baseUrl(request)}${CATEGORIES}`
      return {
        hoofdrubriek: [[`${address}/${main.category}`], [main.probability]] as [string[], number[]],
        subrubriek: [[`${address}/${mainSlug}/sub_categories/${subSlug}`], [sub.probability]] as [
          string[],
          number[],
        ],
      }
    },
  )
}
