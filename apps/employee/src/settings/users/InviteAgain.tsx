import { Button } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'

/** For who lost the first mail, or never got one. */
export function InviteAgain({ id }: { readonly id: number }) {
  const { people: texts } = useMessages()
  const invite = useMutation({
    mutationFn: () => read<unknown>(`${PRIVATE}/users/${id}/invite`, { method: 'POST' }),
    onSuccess: () => announce(texts.invited),
  })
  return (
    <div>
      {invite.error !== null && <LoadFailure error={invite.error} />}
      <Button disabled={invite.isPending || invite.isSuccess} onClick={() => invite.mutate()}>
        {texts.inviteAgain}
      </Button>
      {invite.isSuccess && <p role="status">{texts.invited}</p>}
    </div>
  )
}
