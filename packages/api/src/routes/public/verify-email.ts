import { emailVerification } from '@signalen/contract'
import { verifyEmail } from '@signalen/services'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

export function verifyEmailRoutes(app: Api): void {
  app.post(
    '/v1/public/reporter/verify-email',
    {
      config: { operation: 'reporter.verifyEmail', throttle: 'look-ups' },
      schema: {
        tags: ['reporters'],
        summary: 'Confirm an e-mail address by the secret of a mailed link',
        body: emailVerification,
        response: { 200: emailVerification },
      },
    },
    async (request) => {
      await verifyEmail(contextOf(request), request.body.token)
      return { token: request.body.token }
    },
  )
}
