import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { read } from '../api/request.ts'
import type {
  Category,
  Department,
  Expression,
  ExpressionVariable,
  LoggedMail,
  LoggedMailText,
  MailTemplate,
  Page,
  Permission,
  Role,
  StatusMessage,
  StatusMessageRow,
  User,
  UserRow,
} from '../api/wire.ts'

export const PRIVATE = '/signals/v1/private'

export function useUserRows(query: string) {
  return useQuery({
    queryKey: ['users', 'list', query],
    queryFn: () => read<Page<UserRow>>(`${PRIVATE}/users/?${query}`),
    placeholderData: keepPreviousData,
  })
}

export function useUser(id: string | undefined) {
  return useQuery({
    queryKey: ['users', 'one', id],
    queryFn: () => read<User>(`${PRIVATE}/users/${id}`),
    enabled: id !== undefined,
  })
}

export function useRoles() {
  return useQuery({
    queryKey: ['roles'],
    queryFn: async () => (await read<Page<Role>>(`${PRIVATE}/roles/?page_size=1000`)).results,
  })
}

export function usePermissions() {
  return useQuery({
    queryKey: ['permissions'],
    queryFn: async () => (await read<Page<Permission>>(`${PRIVATE}/permissions/?page_size=1000`)).results,
  })
}

export function useDepartment(id: string | undefined) {
  return useQuery({
    queryKey: ['departments', 'one', id],
    queryFn: () => read<Department>(`${PRIVATE}/departments/${id}`),
    enabled: id !== undefined,
  })
}

export function useCategory(id: string | undefined) {
  return useQuery({
    queryKey: ['categories', 'one', id],
    queryFn: () => read<Category>(`${PRIVATE}/categories/${id}`),
    enabled: id !== undefined,
  })
}

export function useStatusMessageSearch(query: string) {
  return useQuery({
    queryKey: ['status-messages', 'search', query],
    queryFn: () => read<Page<StatusMessageRow>>(`${PRIVATE}/status-messages/search?${query}`),
    placeholderData: keepPreviousData,
  })
}

export function useStatusMessage(id: string | undefined) {
  return useQuery({
    queryKey: ['status-messages', 'one', id],
    queryFn: () => read<StatusMessage>(`${PRIVATE}/status-messages/${id}`),
    enabled: id !== undefined,
  })
}

export function useExpressions() {
  return useQuery({
    queryKey: ['expressions'],
    queryFn: async () => (await read<Page<Expression>>(`${PRIVATE}/expressions/?page_size=1000`)).results,
  })
}

export function useExpressionVariables() {
  return useQuery({
    queryKey: ['expressions', 'variables'],
    queryFn: () => read<readonly ExpressionVariable[]>(`${PRIVATE}/expressions/context/?type=routing`),
  })
}

export function useMailTemplates() {
  return useQuery({
    queryKey: ['mail-templates'],
    queryFn: async () => (await read<Page<MailTemplate>>(`${PRIVATE}/mail-templates`)).results,
  })
}

export function useMails(query: string) {
  return useQuery({
    queryKey: ['mails', 'list', query],
    queryFn: () => read<Page<LoggedMail>>(`${PRIVATE}/mails?${query}`),
    placeholderData: keepPreviousData,
  })
}

export function useMail(id: number) {
  return useQuery({
    queryKey: ['mails', 'one', id],
    queryFn: () => read<LoggedMailText>(`${PRIVATE}/mails/${id}`),
  })
}
