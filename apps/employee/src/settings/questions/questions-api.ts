import type { DesignedCategoryAnswer, QuestionDesignAnswer } from '@signalen/contract'
import type { WireQuestion } from '@signalen/domain'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'

export function useDesignedCategories() {
  return useQuery({
    queryKey: ['question-designs'],
    queryFn: () => read<readonly DesignedCategoryAnswer[]>(`${PRIVATE}/question-designs`),
  })
}

export function useQuestionDesign(id: string | undefined) {
  return useQuery({
    queryKey: designKey(id),
    queryFn: () => read<QuestionDesignAnswer>(`${PRIVATE}/categories/${id}/questions`),
    enabled: id !== undefined,
    // What is being written must not change beneath the writer.
    refetchOnWindowFocus: false,
  })
}

export function readVersion(id: number, number: number) {
  return read<{ readonly questions: readonly WireQuestion[] }>(
    `${PRIVATE}/categories/${id}/questions/versions/${number}`,
  )
}

export type DesignAction =
  | { readonly kind: 'save'; readonly questions: readonly WireQuestion[]; readonly revision: number }
  | { readonly kind: 'publish'; readonly questions: readonly WireQuestion[]; readonly revision: number }
  | { readonly kind: 'drop' }

/** Saves, publishes or throws away; publishing saves what is on the screen first. */
export function useDesignAction(id: number) {
  const client = useQueryClient()
  const { questions: texts } = useMessages()
  return useMutation({
    mutationFn: (action: DesignAction) => act(id, action),
    onSuccess: async (design, { kind }) => {
      client.setQueryData(designKey(String(id)), design)
      await Promise.all(
        [['question-designs'], ['questions'], ['categories', 'history']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      )
      announce(texts.done[kind])
    },
  })
}

async function act(id: number, action: DesignAction): Promise<QuestionDesignAnswer> {
  const path = `${PRIVATE}/categories/${id}/questions`
  if (action.kind === 'drop') return read(`${path}/draft`, { method: 'DELETE' })
  const { questions, revision } = action
  const saved = await read<QuestionDesignAnswer>(`${path}/draft`, {
    method: 'PUT',
    body: { questions, revision },
  })
  if (action.kind === 'save') return saved
  return read(`${path}/publish`, { method: 'POST', body: { revision: saved.draft?.revision ?? 0 } })
}

function designKey(id: string | undefined) {
  return ['question-designs', 'one', id]
}
